"""Pure. Codes 4xx to 6xx: words, settings and boundaries."""

from __future__ import annotations

from quipu.findings.rule import rule

RULES = (
    rule(
        "E401",
        "front-matter-missing",
        ("El archivo no empieza con una cabecera entre dos líneas «---».",
         "Ponga la cabecera al principio; la guía trae un modelo."),
        ("The file does not start with front matter between two “---” lines.",
         "Put the front matter first; the guide has a model."),
    ),
    rule(
        "E402",
        "front-matter-unreadable",
        ("La cabecera no se entiende: {value}.", "Cada línea es «clave: texto»; un texto con dos puntos va entre comillas o tras «>-»."),
        ("The front matter cannot be read: {value}.", "Each line is “key: text”; text with a colon goes in quotes or after “>-”."),
    ),
    rule(
        "E403",
        "front-matter-key-repeated",
        ("La clave «{field}» está dos veces.", "Deje una."),
        ("The key “{field}” stands twice.", "Keep one."),
    ),
    rule(
        "E405",
        "front-matter-key-missing",
        ("Falta «{field}».", "Escríbala en la cabecera: sin ella la página no se puede publicar."),
        ("“{field}” is missing.", "Write it in the front matter: the page cannot be published without it."),
    ),
    rule(
        "E406",
        "front-matter-key-unknown",
        ("La clave «{field}» no existe aquí.", "¿Quiso decir: {options}?"),
        ("The key “{field}” does not exist here.", "Did you mean: {options}?"),
    ),
    rule(
        "E407",
        "front-matter-not-text",
        ("«{field}» debe ser un texto simple, sin listas, alias ni etiquetas.", "Escríbalo en una línea o tras «>-»."),
        ("“{field}” must be plain text, without lists, aliases or tags.", "Write it on one line or after “>-”."),
    ),
    rule(
        "E408",
        "raw-html",
        ("Hay HTML («{value}») y aquí se escribe solo Markdown.", "Quite la marca; para énfasis use *asteriscos*."),
        ("There is HTML (“{value}”) and only Markdown is written here.", "Remove the mark; for emphasis use *asterisks*."),
    ),
    rule(
        "E409",
        "unsafe-link",
        ("El enlace a «{value}» no se puede publicar.", "Use una dirección https://, http:// o mailto:."),
        ("The link to “{value}” cannot be published.", "Use an https://, http:// or mailto: address."),
    ),
    rule(
        "E410",
        "document-belongs-nowhere",
        ("«{value}» no corresponde a ningún área, indicador, página o idioma.", "El nombre es <código>.<idioma>.md. ¿Quiso decir: {options}?"),
        ("“{value}” matches no area, indicator, page or language.", "The name is <code>.<language>.md. Did you mean: {options}?"),
    ),
    rule(
        "W411",
        "translation-missing",
        ("Falta la versión en «{value}»; la página mostrará el texto del primer idioma.", "Agregue {path}."),
        ("The “{value}” version is missing; the page will show the text in the first language.", "Add {path}."),
    ),
    rule(
        "E412",
        "words-missing",
        ("Al indicador {value} le faltan sus textos.", "Cree {path} con definition, why, method y limits."),
        ("Indicator {value} lacks its words.", "Create {path} with definition, why, method and limits."),
    ),
    rule(
        "E413",
        "document-too-long",
        ("El documento tiene {value} caracteres y el máximo es {limit}.", "Divídalo o acórtelo."),
        ("The document has {value} characters and the limit is {limit}.", "Split or shorten it."),
    ),
    rule(
        "W415",
        "accusing-words",
        ("«{value}» acusa: un caso no es una condena y una cifra alta puede deberse a que se detecta más.",
         "Diga qué se contó y quién lo publicó."),
        ("“{value}” accuses: a case is not a conviction and a high figure may come from better detection.",
         "Say what was counted and who published it."),
    ),
    rule(
        "E501",
        "settings-unreadable",
        ("El archivo de ajustes no se entiende: {value}.", "Revise comillas, corchetes y signos «=»."),
        ("The settings file cannot be read: {value}.", "Check quotes, brackets and “=” signs."),
    ),
    rule(
        "E502",
        "setting-unknown",
        ("El ajuste «{field}» no existe.", "¿Quiso decir: {options}?"),
        ("The setting “{field}” does not exist.", "Did you mean: {options}?"),
    ),
    rule(
        "E503",
        "setting-of-wrong-kind",
        ("«{field}» no puede valer «{value}».", "{options}"),
        ("“{field}” cannot be “{value}”.", "{options}"),
    ),
    rule(
        "E504",
        "setting-missing",
        ("Falta el ajuste «{field}».", "Agréguelo: es obligatorio."),
        ("The setting “{field}” is missing.", "Add it: it is required."),
    ),
    rule(
        "E601",
        "boundaries-unreadable",
        ("Los límites no se entienden: {value}.", "Debe ser TopoJSON con un solo objeto, y cada figura con su código en «id»."),
        ("The boundaries cannot be read: {value}.", "It must be TopoJSON with a single object, and each shape with its code as “id”."),
    ),
    rule(
        "E602",
        "boundary-without-area",
        ("El límite «{value}» no corresponde a ningún código de data/areas.csv.", "Corrija el «id» de la figura."),
        ("Boundary “{value}” matches no code of data/areas.csv.", "Correct the “id” of the shape."),
    ),
    rule(
        "W603",
        "area-without-boundary",
        ("El área «{value}» no tiene límite en el mapa.", "Agréguelo, o el mapa quedará incompleto."),
        ("Area “{value}” has no boundary on the map.", "Add it, or the map will stay incomplete."),
    ),
    rule(
        "E701",
        "page-broken",
        ("La página construida no pasa la revisión «{field}»: {value}.",
         "Si el texto o el enlace vienen de content/, corríjalos; si no, es un defecto del generador."),
        ("The page that was built fails the check “{field}”: {value}.",
         "If the text or the link comes from content/, correct it; otherwise it is a fault of the generator."),
    ),
)
