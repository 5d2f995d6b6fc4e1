"""The style guide: every part of a page, seen in one place."""
