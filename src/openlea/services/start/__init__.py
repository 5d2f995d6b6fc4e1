"""What starting a werkruimte is made of: the steps, in order, and what each one does."""
