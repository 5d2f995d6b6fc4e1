"""What the register of processing and the start of a DPIA share."""
