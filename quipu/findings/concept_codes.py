"""Pure. Codes 68x: concepts, their terms, and the norms of today."""

from __future__ import annotations

from quipu.findings.rule import rule

RULES = (
    rule(
        "E680",
        "term-claimed-twice",
        ("El término «{value}» ya lleva a otro concepto ({first}).",
         "Un término lleva a un solo concepto: quítelo de «terms» en uno de los dos."),
        ("The term “{value}” already leads to another concept ({first}).",
         "A term leads to one concept only: take it out of “terms” in one of the two."),
        "terms: CAN;SIP | terms: SIP → terms: CAN;SIP | terms: ICP",
    ),
    rule(
        "E681",
        "norm-replacement-unknown",
        ("«{value}» no es ninguna norma de data/registers/norms.csv.",
         "Las que hay: {options}. Si falta, agregue primero su fila."),
        ("“{value}” is no norm of data/registers/norms.csv.",
         "Those there are: {options}. If it is missing, add its row first."),
        "…,repealed,directiva-001-2042,yes,… → …,repealed,directiva-001-2024,yes,…",
    ),
    rule(
        "E682",
        "norm-replaced-and-not-repealed",
        ("La fila nombra la norma que la reemplaza ({value}) y su estado es «{state}».",
         "Si está derogada, escriba «repealed» en «state»; si no, deje vacío «replaced_by»."),
        ("The row names the norm that takes its place ({value}) and its state is “{state}”.",
         "If it is repealed, write “repealed” in “state”; otherwise leave “replaced_by” empty."),
        "…,in_force,directiva-001-2024,… → …,repealed,directiva-001-2024,…",
    ),
    rule(
        "E683",
        "norm-replaces-itself",
        ("«{value}» lleva de vuelta a la misma norma.",
         "Escriba la norma que hoy rige la materia, que no puede estar derogada por esta."),
        ("“{value}” leads back to the same norm.",
         "Write the norm on the matter today, which this one cannot have repealed."),
        "directiva-001-2019,…,directiva-001-2019 → directiva-001-2019,…,directiva-001-2024",
    ),
    rule(
        "E684",
        "framework-repealed",
        ("«framework_version» cita {value}, que está derogada.",
         "Ponga la norma de hoy ({fixed}) y revise el texto: lo que decía la anterior pudo cambiar."),
        ("“framework_version” cites {value}, which is repealed.",
         "Put the norm of today ({fixed}) and go over the text: what the former one said may have changed."),
        "framework_version: Directiva 001-2019-PCM/SIP → framework_version: Directiva 001-2024-PCM/SIP",
    ),
    rule(
        "E685",
        "norm-verified-without-source",
        ("La norma figura como comprobada y no cita ninguna fuente.",
         "Cite en «source» dónde se leyó, o escriba «no» en «verified»: se mostrará como «por verificar»."),
        ("The norm stands as checked and cites no source.",
         "Cite in “source” where it was read, or write “no” in “verified”: it is shown as “to be verified”."),
        "…,in_force,,yes, → …,in_force,,no,",
    ),
    rule(
        "E686",
        "term-too-short",
        ("El término «{value}» es demasiado corto: enlazaría palabras comunes.",
         "Escriba el término completo, de tres letras o más; una sigla, toda en mayúsculas y de dos o más."),
        ("The term “{value}” is too short: it would link common words.",
         "Write the whole term, of three letters or more; an acronym, all in capitals and of two or more."),
        "terms: de → terms: debida diligencia",
    ),
    rule(
        "N687",
        "concept-to-review",
        ("Este concepto debía revisarse hasta el {value}. Su página lo dice.",
         "Compruebe las normas y las fuentes, y ponga en «review_by» el día de la próxima revisión."),
        ("This concept was to be reviewed by {value}. Its page says so.",
         "Check the norms and the sources, and put the day of the next review in “review_by”."),
        "review_by: 2025-05-31 → review_by: 2027-05-31",
    ),
)
