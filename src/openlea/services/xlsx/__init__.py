"""The inner parts of reading and writing an agenda as a workbook."""
