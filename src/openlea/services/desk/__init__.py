"""What treating a file on the sender's own desk is made of: reading, writing and the page."""
