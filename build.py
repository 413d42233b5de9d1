"""Build the site: ``python build.py``. See ``python build.py --help``."""

from quipu.cli import main

if __name__ == "__main__":
    main()
