"""What the verbs of agreements share: what is written down, finding one, and asking to confirm."""
