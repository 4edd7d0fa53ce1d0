"""After-action: what the coalition knew together and what the zone that had to act knew (section 11)."""
