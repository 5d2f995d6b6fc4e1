"""Pictures as text (SVG) that can be read without script and without colour."""
