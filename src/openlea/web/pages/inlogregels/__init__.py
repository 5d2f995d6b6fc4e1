"""The pages on which a werkruimte says which account of which organisation gives which role."""
