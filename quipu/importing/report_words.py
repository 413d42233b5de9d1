"""Pure. The words of the report of an import, in both languages of messages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

TITLES: Mapping[str, Mapping[str, str]] = {
    "es": {
        "title": "Importación de un repositorio de Open SDG",
        "intro": "Carpeta importada: `{name}`. Día: {day}. Este informe no se publica con el sitio.",
        "carried": "Qué se llevó",
        "lost": "Qué no se llevó",
        "lost_intro": "Cada caso está, con archivo, línea y columna, en `{rows}`. `python build.py explain CÓDIGO` explica un código.",
        "kept": "Qué se cambió o se decidió",
        "next": "Qué hacer ahora",
        "languages": "Idiomas",
        "where": "Informe: {out}/{report}. Caso por caso: {out}/{rows}. Para construirlo: python build.py --root {out} build",
    },
    "en": {
        "title": "Import of an Open SDG repository",
        "intro": "Folder imported: `{name}`. Day: {day}. This report is not published with the site.",
        "carried": "What was carried",
        "lost": "What was not carried",
        "lost_intro": "Each case stands, with file, line and column, in `{rows}`. `python build.py explain CODE` explains a code.",
        "kept": "What was changed or decided",
        "next": "What to do now",
        "languages": "Languages",
        "where": "Report: {out}/{report}. Case by case: {out}/{rows}. To build it: python build.py --root {out} build",
    },
}
SUMMARY: Mapping[str, str] = {
    "es": "Se llevaron {carried} de {rows} filas ({left} no) de {indicators} indicadores: {measures} indicadores en {areas} áreas → {out}",
    "en": "Carried {carried} of {rows} rows ({left} not) of {indicators} indicators: {measures} indicators in {areas} areas → {out}",
}
NOTHING: Mapping[str, str] = {"es": "Nada.", "en": "Nothing."}
HEADS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "carried": {"es": ("Qué", "Cuántos"), "en": ("What", "How many")},
    "reasons": {
        "es": ("Código", "Qué", "Casos", "Ejemplo"),
        "en": ("Code", "What", "Cases", "Example"),
    },
}
CARRIED: Mapping[str, Mapping[str, str]] = {
    "es": {
        "rows": "Filas de los archivos de datos",
        "carried": "… llevadas",
        "left": "… no llevadas",
        "indicators": "Indicadores del repositorio",
        "measures": "Indicadores aquí: uno por serie, unidad y desagregación",
        "status_live": "… publicados (live)",
        "status_draft": "… en borrador (draft)",
        "status_wanted": "… por conseguir (wanted)",
        "areas": "Áreas, además del país",
        "sources": "Fuentes",
        "texts": "Archivos de textos",
        "map": "Mapas",
    },
    "en": {
        "rows": "Rows of the data files",
        "carried": "… carried",
        "left": "… not carried",
        "indicators": "Indicators of the repository",
        "measures": "Indicators here: one for each series, unit and disaggregation",
        "status_live": "… published (live)",
        "status_draft": "… as drafts (draft)",
        "status_wanted": "… wanted (wanted)",
        "areas": "Areas, besides the country",
        "sources": "Sources",
        "texts": "Files of texts",
        "map": "Maps",
    },
}
DECISIONS: Mapping[str, Sequence[str]] = {
    "es": (
        "Cada serie, unidad y combinación de desagregaciones es un indicador. El primero lleva el código del indicador (`SDG-16-5-2`); los demás, un número (`SDG-16-5-2_02`).",
        "Las desagregaciones de una serie cuyo total está quedan en borrador (`draft`): sus cifras están y se revisan, pero no tienen página. Para publicarlas basta escribir `live` en `data/indicators.csv`.",
        "El sentido es neutral salvo donde `progress_calculation_options` lo dice: no se supone el «negative» que Open SDG da por defecto.",
        "El tipo es `percentage` si la unidad es un porcentaje y todo está entre 0 y 100, `binary` si el gráfico lo era, y si no `amount`, que no supone nada.",
        "La calidad de toda cifra es A (archivo oficial), porque sale del archivo de datos de quien la publica. Si no es su caso, cámbiela.",
        "Licencias, fechas de consulta y lo que el repositorio no dice quedaron vacíos.",
        "Los metadatos que no son definición, importancia, método ni límites están debajo, en el mismo archivo de textos; las páginas no los muestran.",
    ),
    "en": (
        "Each series, unit and combination of disaggregations is an indicator. The first has the indicator’s code (`SDG-16-5-2`); the others, a number (`SDG-16-5-2_02`).",
        "Disaggregations of a series whose total is there are drafts (`draft`): their figures are there and are checked, but have no page. To publish them it is enough to write `live` in `data/indicators.csv`.",
        "The direction is neutral unless `progress_calculation_options` says it: the “negative” that Open SDG takes by default is not assumed.",
        "The type is `percentage` if the unit is a percentage and all lies between 0 and 100, `binary` if the chart was, and otherwise `amount`, which assumes nothing.",
        "The quality of every figure is A (official file), as it comes from the data file of its publisher. Change it if this is not so.",
        "Licences, access dates and whatever the repository does not say were left empty.",
        "Metadata other than definition, importance, method and limits stand below them in the same file of texts; pages do not show them.",
    ),
}
NEXT: Mapping[str, Sequence[str]] = {
    "es": (
        "Construya y mire el sitio: `python build.py --root CARPETA serve`.",
        "Recorra `import-report.csv` y corrija en el repositorio lo que valga la pena; después, vuelva a importar en otra carpeta.",
        "Complete `content/site.toml`: nombre del sitio, contacto y licencia.",
        "Ponga nombre al país y a las áreas en `data/areas.csv` donde falte.",
        "Revise el sentido (`direction`) y el tipo (`type`) de cada indicador en `data/indicators.csv`.",
        "Escriba en `content/indicators/` lo que el repositorio no decía.",
    ),
    "en": (
        "Build and look at the site: `python build.py --root FOLDER serve`.",
        "Go through `import-report.csv` and mend in the repository what is worth it; then import again into another folder.",
        "Complete `content/site.toml`: name of the site, contact and licence.",
        "Name the country and the areas in `data/areas.csv` where names lack.",
        "Review the `direction` and `type` of each indicator in `data/indicators.csv`.",
        "Write in `content/indicators/` what the repository did not say.",
    ),
}
