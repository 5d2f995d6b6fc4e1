"""How mail leaves: by a mail server or into a folder, and counted either way."""
