"""The pages with what lies ready for a meeting, and with what came of it."""
