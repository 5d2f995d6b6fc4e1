"""What the law lets a machine compute: each norm is arithmetic over plain values."""
