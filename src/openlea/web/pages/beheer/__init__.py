"""The pages of who manages the installation: how it does, and who has an account."""
