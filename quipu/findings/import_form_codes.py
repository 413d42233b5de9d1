"""Pure. Why an import left something behind or decided it, as the ends of sentences."""

from __future__ import annotations

from collections.abc import Mapping

IMPORT_FORMS: Mapping[str, tuple[str, str]] = {
    "import-no-columns": ("su encabezado no tiene Year y Value, o repite un nombre", "its header lacks Year and Value, or repeats a name"),
    "import-bad-id": (
        "su nombre no sirve como código de indicador (letras, cifras y guiones, hasta 30)",
        "its name cannot be the code of an indicator (letters, digits and hyphens, up to 30)",
    ),
    "import-unreadable": ("no se puede leer como texto", "it cannot be read as text"),
    "import-too-long": ("tiene {count} caracteres y el máximo es {limit}", "it has {count} characters and the limit is {limit}"),
    "import-garbled": ("tiene letras mal codificadas", "it has badly encoded letters"),
    "import-personal": (
        "tiene un número o un correo que señala a una persona",
        "it has a number or an address that singles out a person",
    ),
    "import-unfinished": (
        "dice que está por completar",
        "it says that it is to be completed",
    ),
    "import-not-text": ("no es un texto", "it is no text"),
    "import-no-source": ("no dice ni qué es ni quién la publica", "it says neither what it is nor who publishes it"),
    "import-inactive": ("el repositorio la marca como inactiva", "the repository marks it as inactive"),
    "import-source-address": (
        "su dirección «{value}» no es una dirección web completa (el resto de la fuente sí se llevó)",
        "its address “{value}” is no full web address (the rest of the source was carried)",
    ),
    "import-target-number": ("no es un número que se pueda llevar", "it is no number that can be carried"),
    "import-target-many": ("la serie tiene varias metas y aquí cabe una", "the series has several targets and one fits here"),
    "import-target-unmatched": ("no corresponde a ninguna serie que tenga cifras", "it belongs to no series that has figures"),
    "import-no-figures": ("el repositorio no trae ninguna cifra que se pueda llevar", "the repository has no figure that can be carried"),
    "import-not-applicable": (
        "el repositorio lo marca como no aplicable o no estadístico y no trae cifras",
        "the repository marks it as not applicable or not statistical, and has no figures",
    ),
    "import-room": (
        "en la página de un área caben {limit} indicadores, y otros iban antes",
        "the page of an area has room for {limit} indicators, and others came first",
    ),
    "import-started": ("el repositorio dice que no se ha empezado, pero trae cifras", "the repository says that it was not started, but it has figures"),
    "import-remote": ("están en otra dirección ({value}) y la importación no descarga nada", "they are at another address ({value}) and the import downloads nothing"),
    "import-outline-form": ("el archivo no existe o no es GeoJSON con el código de cada área", "the file is not there or is no GeoJSON with the code of each area"),
    "import-outline-size": ("tienen {count} puntos y el máximo es {limit}", "they have {count} points and the limit is {limit}"),
    "import-outline-second": ("aquí cabe un solo mapa y ya lo ocupa otro archivo", "only one map fits here, and another file has taken its place"),
}
