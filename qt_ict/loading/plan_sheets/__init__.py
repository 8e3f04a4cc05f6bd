"""A plan as the sheets of a workbook, and back."""
