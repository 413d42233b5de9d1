"""From facts to the files of a site: what they are made from, in which tasks, and by whom.

`setting` compares and scores; `press` makes the files of any task; `crew` has them made in this
process, in several (`processes`) or on a cluster; `slices` says what may be kept for the next
build. All of them give the same bytes.

Some words: the *engine* draws frames with Vega, in a process of its own; the *press* makes the
files of a *task*; the *crew* are those who work the press; *forks* are processes that share what
was read; a *slice* is an indicator in the areas of a kind, with its pieces of pages; the *shelf*
holds pieces that were kept; the *easel* gives charts to pages; the *book* is what pages are
made from, in one language.
"""
