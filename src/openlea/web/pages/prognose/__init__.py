"""The pages of the forecast of pupils."""
