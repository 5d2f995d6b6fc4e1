"""The pages of the own account: password, second step, and where one is signed in."""
