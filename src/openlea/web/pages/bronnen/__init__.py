"""The pages of sources: what is loaded, how old it is, and taking in a file of your own."""
