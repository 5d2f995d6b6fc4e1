"""What was computed: every figure of every place, with its range, its mark and its versions."""
