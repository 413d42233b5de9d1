"""Small texts on which converters of Markdown have hung, blown up or given up."""

from __future__ import annotations

from quipu.parse.documents import MAX_BRACKETS_IN_BLOCK

_WHOLE = 39_000
"""Characters that just fit in a document."""

BOMBS = (
    *("[" * 5_000, "![" * 5_000, "[a](" * 5_000, "[" * 2_000 + "]" * 2_000, "[]" * 10_000),
    *("<![CDATA[" * 2_000, "<![CDATA[" * 5_000, "*[A]: x\n" * 4_800, "*[A]: x " * 4_800),
    *("[A]: x\n" * 5_000, "[^a]: x\n" * 5_000, "[a]: b\n" * 5_000, "[a][b]" * 6_000),
    *("> " * 2_000 + "a", "- " * 2_000 + "a", "1. " * 2_000 + "a", "* " * 5_000 + "a"),
    *("*" * 5_000, "_" * 5_000, "`" * 5_000, "*a **b " * 3_000, "*a_ " * 5_000, "**a*" * 9_000),
    *("*a" * 19_000, "_a" * 19_000, "***a" * 9_000, "**a__b" * 6_000, "*a*_b_" * 6_000),
    *("`a" * 19_000, "`" + "``" * 9_000, "``a`" * 9_000, "\\`" * 19_000, "~~a" * 12_000),
    *('"' * _WHOLE, "'" * _WHOLE, "(" * _WHOLE, ")" * _WHOLE, "!" * _WHOLE, "=" * _WHOLE),
    *("&" * 20_000, "&a" * 19_000, "&#" * 19_000, "&amp" * 9_000, "&amp;" * 7_500),
    *("|" * 5_000 + "\n" + "|-" * 2_500, "|a" * 9_000 + "\n" + "|-" * 9_000, "|\n" * 19_000),
    "|a|b|\n|-|-|\n" + "|1|2|\n" * 5_000,
    *("\\" * 20_000, "\\\\" * 19_000, "a" + " " * 30_000 + "b", "a  \n" * 9_000, "\n" * 30_000),
    *("#" * 20_000, "# a\n" * 9_000, "a\n===\n" * 5_000, "a\n---\n" * 5_000, "---\n" * 9_000),
    *("<" * 20_000, "<!--" * 5_000, "<a" * 15_000, "<a@b.c>" * 5_000, "<http://a>" * 3_800),
    *("http://a.b " * 3_500, "a@b.c " * 6_000, "[a](b)" * 6_000, "[a](<b>)" * 4_500),
    *("[a](" + "(" * 19_000, "[a](b '" + "'" * 19_000, '[a](b "' * 5_000, "](" * 19_000),
    *("\t" * 5_000 + "- a", " " * _WHOLE, "\t" * _WHOLE, ">" * _WHOLE, ">\n" * 19_000),
    *("- a\n" * 9_000, "1. a\n" * 7_500, "- a\n\n" * 7_500, "- \n" * 12_000, "-\n" * 19_000),
    *("a" * _WHOLE, "á" * _WHOLE, "a " * 19_000, "a\n" * 19_000, "a\n\n" * 13_000),
    *("\u4e00" * _WHOLE, "\U0001f9f6" * 19_000, "e\u0301" * 19_000),
    "\n".join("    " * depth + "- a" for depth in range(120)),
    "\n".join(" " * depth + "- a" for depth in range(250)),
    "\n".join("> " * depth + "a" for depth in range(120)),
    "\n".join("> " * (depth % 19) + "- a" for depth in range(1_500)),
    "\n\n".join("[" * MAX_BRACKETS_IN_BLOCK for _ in range(300)),
    "\n\n".join("![" * (MAX_BRACKETS_IN_BLOCK // 2) for _ in range(300)),
    "\n\n".join("[a](" * 90 for _ in range(100)),
    "\n\n".join("*a **b " * 40 for _ in range(130)),
)
"""Nearly all fit in a document: what is longer is refused without a look."""
EXTENDED = (
    "<![CDATA[" * 100_000,
    "a" * 1_000_000,
    "[" * 1_000_000,
    "- " * 500_000,
    "|" * 1_000_000,
)
"""Too long: told so, in no time."""
FRONT = (
    *("[" * 30_000, "{" * 30_000, "- " * 15_000, "? " * 15_000, "!" * 30_000, "&a " * 9_000),
    *("*a" * 15_000, "a: " * 12_000, '"' * 30_000, "'" * 30_000, "|" * 30_000, "#" * 30_000),
    *("a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]", "a\n" * 15_000, " " * 30_000, "a: b #" * 6_000),
    "".join(f"k{n}: a\n" for n in range(3_000)),
    "title: " + "x #" * 12_000,
    "title: a\n" * 4_000,
)
"""Front matter, as it stands between its two lines."""
