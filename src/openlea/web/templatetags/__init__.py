"""The words that templates may use: notation, parts of a page and the bundle."""
