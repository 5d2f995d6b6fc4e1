"""The pages that lead the beginning of a cooperation along four steps."""
