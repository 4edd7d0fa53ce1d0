"""Computer-played zones: each policy chooses from its zone's view, and from nothing else."""
