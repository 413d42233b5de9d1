"""Find a Chromium for the browser tests, and install Debian's when that needs no question.

As a command it prints the path of the browser, or nothing, and says on the error stream how to
get one. Playwright's own download is never used: the tests run on the system's browser.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")

LAUNCH_FLAGS = (
    "--no-sandbox",  # root, as in a container, cannot use the sandbox; only our own pages are read
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""What every launch gets: nothing is looked up in the background, nothing is drawn on a GPU."""


def find_browser() -> Path | None:
    """Return the browser that QUIPU_BROWSER names, else the first known one of the PATH."""
    named = os.environ.get("QUIPU_BROWSER", "")
    for name in (named,) if named else NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return None


def install_browser() -> bool:
    """Install Debian's Chromium if root, or sudo without password, is at hand.

    Returns:
        Whether apt-get ended well.
    """
    if shutil.which("apt-get") is None:
        return False
    as_root: list[str] = []
    if os.geteuid() != 0:
        as_root = ["sudo", "-n"]
        if (
            shutil.which("sudo") is None
            or subprocess.run([*as_root, "true"], check=False, capture_output=True).returncode
        ):
            return False
    print("Instalando Chromium con apt-get (una sola vez)…", file=sys.stderr)
    commands = (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
    )
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    return all(
        subprocess.run([*as_root, *quiet, *command], check=False, stdout=sys.stderr).returncode == 0
        for command in commands
    )


def main() -> int:
    """Print the browser's path; without one, fail in CI and explain elsewhere."""
    browser = find_browser()
    if browser is None and not os.environ.get("QUIPU_BROWSER") and install_browser():
        browser = find_browser()
    if browser is not None:
        print(browser)
        return 0
    print(
        "No se encontró un navegador para las pruebas. Instálelo con «sudo apt-get install "
        "chromium», o indique uno así: QUIPU_BROWSER=/ruta/a/chromium make test.",
        file=sys.stderr,
    )
    if os.environ.get("CI"):
        return 1
    print("Las pruebas con navegador se omiten y se contarán como omitidas.", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
