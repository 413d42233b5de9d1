"""Build the site: ``python build.py``. See ``python build.py --help``."""

import sys

try:
    from quipu.cli import main
except ModuleNotFoundError as missing:
    sys.stderr.write(
        f"Falta el paquete de Python «{missing.name}»: ejecute «make site», que lo instala.\n"
        f"The Python package “{missing.name}” is missing: run “make site”, which installs it.\n"
    )
    sys.exit(2)
except KeyboardInterrupt:
    sys.exit(130)

if __name__ == "__main__":
    main()
