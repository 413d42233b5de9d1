"""Pure. Codes 85x: what is begun and not finished, and what ``new`` does not write."""

from __future__ import annotations

from quipu.findings.rule import rule

RULES = (
    rule(
        "W851",
        "text-unfinished",
        ("A este texto le falta algo: todavía dice «{value}» ({count} veces). No se publica mientras lo diga.",
         "Escriba en cada marca lo que pide y borre la marca."),
        ("Something is missing from this text: it still says “{value}” ({count} times). It is not published as long as it does.",
         "Write at each mark what it asks for and delete the mark."),
        "POR COMPLETAR: qué se cuenta. → Informes emitidos en el año.",
    ),
    rule(
        "E852",
        "words-unfinished",
        ("Este indicador se muestra y a sus textos les falta algo: todavía dicen «{value}» ({count} veces).",
         "Escriba en cada marca lo que pide y borre la marca; mientras tanto, deje el indicador en «draft» en data/indicators.csv."),
        ("This indicator is shown and something is missing from its words: they still say “{value}” ({count} times).",
         "Write at each mark what it asks for and delete the mark; until then, leave the indicator as “draft” in data/indicators.csv."),
        "POR COMPLETAR: qué se cuenta. → Informes emitidos en el año.",
    ),
    rule(
        "E853",
        "file-already-there",
        ("El archivo ya existe y no se toca.", "Ábralo y edítelo."),
        ("The file is there already and stays as it is.", "Open it and edit it."),
        "build.py new page about → content/pages/about.es.md",
    ),
    rule(
        "E854",
        "row-already-there",
        ("«{value}» ya está en esta línea, que no se toca.", "Edite la línea, o escriba otro código o periodo."),
        ("“{value}” stands on this line already, which stays as it is.", "Edit the line, or write another code or period."),
        "build.py new source S01 → build.py new source S47",
    ),
    rule(
        "E855",
        "column-not-in-table",
        ("La tabla no tiene la columna «{field}», así que «{value}» se perdería.", "Agregue la columna al encabezado y a cada fila, o no dé ese dato."),
        ("The table has no column “{field}”, so “{value}” would be lost.", "Add the column to the header and to every row, or leave that datum out."),
        "id,title,publisher → id,title,publisher,licence",
    ),
    rule(
        "E856",
        "name-in-doubt",
        ("«{value}» puede ser más de una cosa.", "Escriba el código de la que sea: {options}."),
        ("“{value}” may be more than one thing.", "Write the code of the one that is meant: {options}."),
        "Lima,12.5 → PE-LIM,12.5",
    ),
    rule(
        "E857",
        "figure-already-there",
        ("El área «{value}» ya tiene una fila de {period} en {place}, que no se toca.", "Quite esta fila, o cambie a mano la que ya está y diga por qué en la propuesta."),
        ("Area “{value}” has a row of {period} at {place} already, which stays as it is.", "Remove this row, or change by hand the one that is there and say why in the proposal."),
        "ref_area,value → data/indicators/CX-01.csv",
    ),
    rule(
        "E858",
        "table-without-header",
        ("La primera línea de la tabla ya trae un valor: falta el encabezado.", "Ponga encima una línea con el nombre de las columnas: ref_area,value."),
        ("The first line of the table holds a value already: the header is missing.", "Put a line with the names of the columns above it: ref_area,value."),
        "Cusco,12.5 → ref_area,value",
    ),
    rule(
        "E859",
        "version-already-there",
        ("La versión «{value}» ya está anotada en esta línea, que no se toca.", "Si cambió el método, suba primero «version» en data/method.toml; si no, no hace falta anotar nada."),
        ("Version “{value}” is recorded on this line already, which stays as it is.", "If the method changed, raise “version” in data/method.toml first; if not, there is nothing to record."),
        'version = "1.0" → version = "1.1"',
    ),
)
