"""Terminal screens: they render views and emit commands; they never see the full state."""
