"""The rules: decisions over plain values, such as whether the money adds up. No Django."""
