"""Settings of Pelican for the synthetic country; everything in it is invented."""

import json
from pathlib import Path

HERE = Path(__file__).parent
SITENAME = "País sintético"
SITEURL = ""
RELATIVE_URLS = False
TIMEZONE = "UTC"
DEFAULT_LANG = "es"
PATH = "content"
PAGE_PATHS = ["areas"]
ARTICLE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []
OUTPUT_PATH = "output"
THEME = "theme"
THEME_STATIC_PATHS: list[str] = []
DIRECT_TEMPLATES = ["index"]
PAGE_URL = "{slug}/"
PAGE_SAVE_AS = "{slug}/index.html"
PAGE_ORDER_BY = "basename"
AUTHOR_SAVE_AS = CATEGORY_SAVE_AS = TAG_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CHECK_MODIFIED_METHOD = "mtime"
GZIP_CACHE = False
MARKDOWN = {"output_format": "html5"}
JINJA_GLOBALS = {"figures": json.loads((HERE / "figures.json").read_text(encoding="utf-8"))}
