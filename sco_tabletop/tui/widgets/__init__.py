"""The panes of the operations room: pure functions from a view to lines, and the one widget that draws."""
