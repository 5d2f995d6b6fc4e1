"""What loading a source is made of: the files, the load as the gate sees it, and the outcome."""
