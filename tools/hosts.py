"""How other hosts than GitHub Pages are told to serve the site: one table, three languages."""

from __future__ import annotations

HEADERS = {
    # Each page brings its own policy; only a header can say who may frame it. Both hold.
    "Content-Security-Policy": "frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Strict-Transport-Security": "max-age=31536000",
    # The figures are for everybody's programs, as on GitHub Pages.
    "Access-Control-Allow-Origin": "*",
}
"""What every answer carries, an error too."""

HASHED = "/assets/"
"""Files whose name holds their hash: another content has another address."""
FOREVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
"""A page may be kept, and is asked for again each time: a corrected figure is seen at once."""


def nginx_conf() -> str:
    """Directives for a ``server`` block that says ``listen``, ``server_name`` and ``root``."""
    headers = "\n".join(f'add_header {name} "{value}" always;' for name, value in HEADERS.items())
    return f"""\
# Para un bloque «server» que diga listen, server_name y root (la carpeta web/):
#   include /ruta/a/dist/nginx.conf;
index index.html;
autoindex off;
# Los .gz ya están hechos; con nginx no hace falta comprimir en cada respuesta.
gzip_static on;
gzip_vary on;
# /en lleva a /en/ sin nombrar el puerto ni el protocolo de detrás de un proxy.
absolute_redirect off;
# Lo que no existe y las carpetas sin página dicen lo mismo.
error_page 403 404 =404 /404.html;
charset utf-8;
charset_types text/css text/csv text/plain text/xml application/atom+xml application/json;

{headers}
add_header Cache-Control $quipu_cache always;
set $quipu_cache "{ASK_AGAIN}";

location ^~ {HASHED} {{
    set $quipu_cache "{FOREVER}";
}}
location = /404.html {{
    # También para un archivo de {HASHED} que aún no está: que nadie guarde su ausencia.
    set $quipu_cache "{ASK_AGAIN}";
}}
location ~ \\.csv$ {{
    types {{ }}
    default_type text/csv;
}}
"""


def caddyfile() -> str:
    """Directives for a site block that says ``root``."""
    headers = "\n".join(f'\t{name} "{value}"' for name, value in HEADERS.items())
    return f"""\
# Para un bloque de sitio que diga root (la carpeta web/):
#   import /ruta/a/dist/Caddyfile
header {{
{headers}
}}
@hashed path {HASHED}*
@others not path {HASHED}*
header @hashed Cache-Control "{FOREVER}"
header @others Cache-Control "{ASK_AGAIN}"
file_server {{
	precompressed br gzip
}}
handle_errors {{
	# También para un archivo de {HASHED} que aún no está: que nadie guarde su ausencia.
	header Cache-Control "{ASK_AGAIN}"
	rewrite * /404.html
	file_server {{
		precompressed br gzip
	}}
}}
"""


def underscore_headers() -> str:
    """The ``_headers`` file that Netlify and Cloudflare Pages read.

    Both join the values that several rules give to one header, and both let pages be asked for
    again each time by themselves: only what is kept for ever is said.
    """
    headers = "\n".join(f"  {name}: {value}" for name, value in HEADERS.items())
    return f"/*\n{headers}\n{HASHED}*\n  Cache-Control: {FOREVER}\n"
