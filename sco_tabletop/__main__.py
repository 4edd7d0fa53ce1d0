"""`python -m sco_tabletop`."""

from .cli import main

if __name__ == "__main__":
    main()
