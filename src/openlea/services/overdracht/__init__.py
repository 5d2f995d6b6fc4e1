"""What handing everything over is made of: what moves, and the steps that can be taken back."""
