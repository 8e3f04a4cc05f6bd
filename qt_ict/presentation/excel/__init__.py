"""A document as an Excel workbook."""
