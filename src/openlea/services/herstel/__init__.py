"""How single cells of a file are shown and corrected, in a workbook and in JSON."""
