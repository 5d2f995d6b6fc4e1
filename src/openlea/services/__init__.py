"""The verbs: what a person or a clock asks Open LEA to do, one per file."""
