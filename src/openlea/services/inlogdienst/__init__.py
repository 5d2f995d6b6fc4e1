"""What signing in by a service is made of: asking it, its addresses, its keys, its proof."""
