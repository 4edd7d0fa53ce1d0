"""The rules: state, commands, events, `decide` and `apply`. Pure: no I/O, no clock, no `random`, no text."""
