"""How far pupils of so, sbo and vso travel, and what a limit does."""
