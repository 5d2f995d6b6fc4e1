"""The pages on which a werkruimte judges itself: the oversight, the eisen, and the LEA check."""
