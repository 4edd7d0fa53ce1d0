"""The running exercise: seats, autosave, undo. Owns the state; hands out views."""
