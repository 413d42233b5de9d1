"""Pure. Codes 1xx: what is wrong with a file before its content is looked at."""

from __future__ import annotations

from quipu.findings.rule import rule

RULES = (
    rule(
        "E101",
        "not-utf8",
        ("El archivo no está en UTF-8: el byte {value} no es válido.",
         "Guárdelo de nuevo como «CSV UTF-8» (en la hoja de cálculo: Guardar como)."),
        ("The file is not UTF-8: byte {value} is not valid.",
         "Save it again as “CSV UTF-8” (in the spreadsheet: Save as)."),
    ),
    rule(
        "E102",
        "control-character",
        ("Hay un carácter de control ({value}) que no se ve y no puede publicarse.",
         "Bórrelo y vuelva a escribir la celda a mano."),
        ("There is an invisible control character ({value}) that cannot be published.",
         "Delete it and type the cell again by hand."),
    ),
    rule(
        "W103",
        "byte-order-mark",
        ("El archivo empieza con una marca de orden de bytes (BOM); se ha pasado por alto.",
         "Guárdelo como UTF-8 sin BOM."),
        ("The file starts with a byte-order mark (BOM); it was skipped.",
         "Save it as UTF-8 without BOM."),
    ),
    rule(
        "E104",
        "empty-file",
        ("El archivo está vacío.", "Escriba al menos la fila de encabezados, o borre el archivo."),
        ("The file is empty.", "Write at least the header row, or delete the file."),
    ),
    rule(
        "E105",
        "not-a-regular-file",
        ("No es un archivo común ({value}); no se lee para no salir de la carpeta del proyecto.",
         "Ponga en su lugar una copia del archivo."),
        ("It is not a regular file ({value}); it is not read, so as not to leave the project.",
         "Put a copy of the file in its place."),
    ),
    rule(
        "E106",
        "file-too-large",
        ("El archivo pesa {value} bytes y el máximo es {limit}.",
         "Revise si se pegó algo de más; si no, divídalo."),
        ("The file has {value} bytes and the limit is {limit}.",
         "Check whether something was pasted by mistake; otherwise split it."),
    ),
    rule(
        "E107",
        "file-missing",
        ("Falta el archivo, y sin él no se puede construir el sitio.",
         "Créelo; la guía de contribución dice qué lleva."),
        ("The file is missing, and the site cannot be built without it.",
         "Create it; the contributor guide says what goes into it."),
    ),
    rule(
        "W108",
        "file-not-expected",
        ("El archivo no es de los que el proyecto lee; se ha pasado por alto.",
         "Si trae datos, déle el nombre y la carpeta que dice la guía; si no, bórrelo."),
        ("The file is not one the project reads; it was skipped.",
         "If it holds data, give it the name and folder in the guide; otherwise delete it."),
    ),
    rule(
        "E109",
        "names-differ-by-case",
        ("Hay otro archivo cuyo nombre solo cambia en mayúsculas: {value}.",
         "Deje uno solo: en Windows y macOS serían el mismo."),
        ("Another file differs from this name only in upper and lower case: {value}.",
         "Keep one: on Windows and macOS they would be the same."),
    ),
    rule(
        "E111",
        "file-unreadable",
        ("El sistema no deja leer el archivo: {value}.", "Revise sus permisos."),
        ("The system does not allow the file to be read: {value}.", "Check its permissions."),
    ),
    rule(
        "E113",
        "garbled-text",
        ("El texto «{value}» parece leído con otra codificación (letras con tilde partidas en dos).",
         "Escríbalo de nuevo y guarde el archivo como UTF-8."),
        ("The text “{value}” looks decoded with the wrong encoding (accented letters split in two).",
         "Type it again and save the file as UTF-8."),
        "Ã\u0081ncash → Áncash",
    ),
    rule(
        "E114",
        "not-composed",
        ("El texto «{value}» lleva las tildes como signos aparte (Unicode sin componer).",
         "Escríbalo de nuevo con el teclado; pegado de un PDF suele llegar así."),
        ("The text “{value}” carries its accents as separate signs (Unicode not composed).",
         "Type it again on the keyboard; text pasted from a PDF often comes like this."),
    ),
    rule(
        "E115",
        "invisible-character",
        ("El texto «{value}» lleva un carácter invisible ({name}).",
         "Borre la celda y escríbala de nuevo a mano."),
        ("The text “{value}” holds an invisible character ({name}).",
         "Clear the cell and type it again by hand."),
    ),
)
