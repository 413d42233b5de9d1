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
        ("La cabecera no se entiende en este punto (detalle: {value}).", "Cada línea es «clave: texto»; un texto con dos puntos va entre comillas o tras «>-»."),
        ("The front matter cannot be read at this point (detail: {value}).", "Each line is “key: text”; text with a colon goes in quotes or after “>-”."),
    ),
    rule(
        "E403",
        "front-matter-key-repeated",
        ("La clave «{field}» está dos veces.", "Deje una sola."),
        ("The key “{field}” stands twice.", "Keep one."),
    ),
    rule(
        "E405",
        "front-matter-key-missing",
        ("A la cabecera le falta «{field}», o está vacía.", "Escríbala: sin ella la página no se puede publicar."),
        ("The front matter lacks “{field}”, or it is empty.", "Write it: the page cannot be published without it."),
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
        ("«{value}» es una marca de HTML y aquí se escribe solo texto con formato Markdown.", "Quítela; para énfasis use *asteriscos* y para «menor que» escríbalo en palabras."),
        ("“{value}” is an HTML mark and only Markdown text is written here.", "Remove it; for emphasis use *asterisks* and for “less than” use words."),
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
        "E416",
        "image",
        ("Hay una imagen («{value}») y las páginas no muestran imágenes.", "Quítela; si hace falta, ponga un enlace a ella."),
        ("There is an image (“{value}”) and pages show no images.", "Remove it; if it is needed, put a link to it."),
    ),
    rule(
        "W417",
        "dated-in-the-future",
        ("La fecha «{value}» viene después del {limit}, la fecha de esta edición.", "Revise el año."),
        ("The date “{value}” comes after {limit}, the date of this edition.", "Check the year."),
    ),
    rule(
        "E418",
        "too-tangled",
        ("Esta línea repite demasiado el signo «{value}» y la página tardaría mucho en armarse.", "Quite los signos que sobran."),
        ("This line repeats the sign “{value}” too often and the page would take too long to make.", "Remove the signs that are not needed."),
    ),
    rule(
        "E501",
        "settings-unreadable",
        ("El archivo de ajustes no se entiende en este punto (detalle: {value}).", "Revise en esa línea y la anterior las comillas, los corchetes y los signos «=»."),
        ("The settings file cannot be read at this point (detail: {value}).", "Check quotes, brackets and “=” signs on that line and the one before."),
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
        ("«{field}» no puede valer «{value}».", "Escriba {form}."),
        ("“{field}” cannot be “{value}”.", "Write {form}."),
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
        ("El mapa no se entiende (detalle: {value}).", "Debe ser TopoJSON con un solo objeto, y cada figura con su código en «id»."),
        ("The map cannot be read (detail: {value}).", "It must be TopoJSON with a single object, and each shape with its code as “id”."),
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
        "E604",
        "boundary-repeated",
        ("El límite «{value}» está dos veces.", "Deje una sola figura por área."),
        ("Boundary “{value}” stands twice.", "Keep a single shape for each area."),
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
