"""The exercise in plain lines: numbered choices, appended text, no boxes. For screen readers and pipes."""
