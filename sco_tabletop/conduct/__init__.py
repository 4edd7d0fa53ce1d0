"""How a facilitated exercise is conducted: script, triggers, releases, observations, ratings.

Knows public boards and facts that it is given; must not know the state, a file or any screen.
"""
