"""The agenda on paper: what it says, block by block, and how Word and PDF show a block."""
