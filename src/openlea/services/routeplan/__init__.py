"""How the road is asked: a route planner of one's own, and what it answers."""
