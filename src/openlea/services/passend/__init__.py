"""Passend onderwijs: what is needed, what schools offer, and how decisions go."""
