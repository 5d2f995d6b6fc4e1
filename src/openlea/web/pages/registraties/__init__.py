"""The pages of registrations about persons."""
