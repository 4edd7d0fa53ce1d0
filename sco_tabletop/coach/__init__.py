"""The coach of the tutorial: one thing to do at a time, from what the player's own zone knows."""
