"""From facts to the files of a site: what they are made from, in which tasks, and by whom.

`setting` compares and scores; `press` makes the files of any task; `crew` has them made in this
process, in several (`processes`) or on a cluster; `slices` says what may be kept for the next
build. All of them give the same bytes.
"""
