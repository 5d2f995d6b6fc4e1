"""What the self-assessment reads and writes: what is known already, and what people score."""
