"""Pure. Codes of a built site that is not what its manifest says."""

from __future__ import annotations

from quipu.findings.rule import Rule, rule

RULES: tuple[Rule, ...] = (
    rule(
        "E711",
        "manifest-unusable",
        ("Aquí no hay un sitio entero: falta el manifiesto o no se entiende.", "Construya el sitio con «make site», o diga en qué carpeta está: verify CARPETA."),
        ("There is no whole site here: the manifest is missing or cannot be read.", "Build the site with “make site”, or say which folder it is in: verify FOLDER."),
        "verify . → verify site",
    ),
    rule(
        "E712",
        "file-lost",
        ("El manifiesto nombra este archivo y no está.", "No publique esta carpeta: cópiela entera o constrúyala otra vez."),
        ("The manifest names this file and it is not there.", "Do not publish this folder: copy all of it, or build it again."),
        ("una copia a la que le falta una página → make site", "a copy that lacks a page → make site"),
    ),
    rule(
        "E713",
        "file-altered",
        ("El archivo no es el que se construyó: su huella SHA-256 es otra.", "No publique esta carpeta: algo la cambió después. Constrúyala otra vez."),
        ("The file is not the one that was built: its SHA-256 hash is another.", "Do not publish this folder: something changed it afterwards. Build it again."),
        ("index.html editado a mano → make site", "index.html edited by hand → make site"),
    ),
    rule(
        "E714",
        "file-foreign",
        ("El manifiesto no nombra este archivo.", "Quítelo: en la carpeta que se publica solo va lo que se construyó."),
        ("The manifest does not name this file.", "Remove it: the folder that is published holds only what was built."),
        ("site/notas.txt → site/ sin notas.txt", "site/notas.txt → site/ without notas.txt"),
    ),
    rule(
        "E715",
        "file-not-plain",
        ("Es un enlace, o algo que no es un archivo ni una carpeta que se puedan leer.", "Quítelo: quien publica la carpeta publicaría aquello a lo que el enlace apunta."),
        ("It is a link, or something that is neither a file nor a folder that can be read.", "Remove it: whoever publishes the folder would publish what the link points at."),
        ("site/datos, un enlace a otra carpeta → los archivos mismos", "site/datos, a link to another folder → the files themselves"),
    ),
)
