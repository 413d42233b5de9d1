"""A hook of MkDocs: hands the figures of the synthetic country, all invented, to the theme."""

import json
from pathlib import Path
from typing import Any


def on_env(env: Any, **_: object) -> Any:  # noqa: ANN401 (a hook of MkDocs)
    """Read the figures once and make them a global of the templates."""
    text = (Path(__file__).parent / "figures.json").read_text(encoding="utf-8")
    env.globals["figures"] = json.loads(text)
    return env
