"""A report on a plan as an Excel workbook."""
