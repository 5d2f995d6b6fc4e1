"""The pages on working together: models per theme, who steers, tips, sharing and learning."""
