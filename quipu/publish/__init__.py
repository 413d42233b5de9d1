"""Shell. From artifacts to a published folder, whole or not at all.

``write`` publishes, ``inspect`` looks over the finished pages, ``manifest`` lists every file
with its hash, ``verify`` holds a folder against that list, ``serve`` shows the site on this
machine while it is being worked on. The others are their parts: ``lock`` (one build at a
time), ``tree`` (a folder of files), ``exchange`` (the swap), ``target`` (where a site may be
written), ``facts`` (what is to be known of one page), ``known`` (what is still known of pages
that did not change), ``links`` (where a link leads), ``reload`` (pages that reload while being
worked on).
"""
