"""How a facilitated exercise is conducted: script, triggers, releases, observations, ratings.

Knows public boards and facts that it is given; must not know a file or any screen. Only `carry` is
handed the state, for the engine.
"""
