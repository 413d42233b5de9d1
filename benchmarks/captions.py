"""The words of the report, in Spanish: labels of what was measured, and what to know of it."""

from __future__ import annotations

from benchmarks.sites import (
    CHECK,
    COLD,
    HELP,
    JOBS,
    MANY_AREAS,
    ROW,
    TEMPLATE,
    WARM,
    WORD,
)

ORDERS = {
    COLD: "build, sin caché",
    JOBS: "build, sin caché, `--jobs 2`",
    WARM: "build, nada cambiado",
    ROW: "build, una fila cambiada",
    WORD: "build, una palabra de un comentario cambiada",
    TEMPLATE: "build, una plantilla cambiada",
    CHECK: "check",
    HELP: "--help",
}
STAGES = {
    "import": "cargar el programa",
    "read": "leer y revisar",
    "compare": "comparar y puntuar",
    "wait": "esperar a otra construcción",
    "write": "hacer y escribir páginas y archivos",
    "inspect": "revisar lo construido",
    "ms_page": "por página, al hacer y escribir (ms)",
}
CHARTS = {
    "score_s": "puntuar y juzgar (s)",
    "trends": "tendencias estampadas",
    "ms_trend": "por tendencia, con los marcos a mano (ms)",
    "charts": "gráficos de todo el sitio",
    "ms_chart": "por gráfico, sin nada a mano: motor, marcos y mapa incluidos (ms)",
}
ENGINE = {
    "engine_2_threads_s": "en 2 hilos (s)",
    "engine_1_thread_s": "en 1 hilo (s)",
    "engine_mb": "memoria (MB)",
}
WEIGHTS = {
    "largest_page": "página más pesada",
    "median_page": "página, mediana",
    "largest_region": "página de región más pesada",
    "median_region": "página de región, mediana",
}
PARTS = {
    "parse": "leer e interpretar datos y textos",
    "rules": "reglas",
    "compare": "comparar",
    "judge": "puntuar y juzgar",
    "views_area": "vistas de las áreas",
    "views_indicator": "vistas de los indicadores",
    "views_benchmark": "vistas de puntajes y comparación",
    "views_other": "las demás vistas",
    "numbers": "cifras, fechas y traducciones",
    "sentences": "frases",
    "markdown": "Markdown",
    "charts": "gráficos",
    "templates": "plantillas (Jinja)",
    "exports": "descargas y archivos para máquinas",
    "files": "archivos: escribir y publicar",
    "inspection": "revisar lo construido",
    "making": "repartir, guardar pedazos, esperar al motor",
    "import": "cargar módulos",
    "other": "lo demás",
}
SIDE = f"""\
Medianas; de la memoria, el máximo: todos los procesos, también el que dibuja los marcos de los
gráficos, y una vez lo que comparten. Desde {MANY_AREAS:,} áreas se mide una sola vez.
Los países sintéticos son inventados (`benchmarks/country.py`): áreas × indicadores × periodos.
La última columna compara cada orden con la construcción sin caché, en un proceso, del mismo sitio.
"""
RIVALS = """\
Los demás generadores construyen el país {country}: una página
por área, en español, con sus cifras, sus puestos **ya calculados**, una línea sin ejes por
indicador y su texto, más un índice. No hacen gráficos, puntajes, incertidumbre, descargas ni
revisiones: los números dicen cuánto cuesta allí una página, no quién hace más rápido lo mismo.
Cómo se usa cada uno: `benchmarks/rivals/__main__.py`.
"""
MADE = """\
Leído: lo que pesan `data/` y `content/`. Un gráfico que sale en varias páginas se cuenta una vez.
"""
ALONE = """\
El motor de puntajes solo, con 2,000 áreas, 60 indicadores, 10 periodos y 1,000 sorteos inventados
(`benchmarks/engine.py`):
"""
WHERE = """\
Construcción sin caché del país {country}, bajo el perfilador de
Python, que la hace bastante más lenta: solo cuentan las partes, no los segundos. Lo que hace una
biblioteca cuenta en la parte que la usa.
"""
PAGE = """\
# Medidas

Página escrita por `make bench ARGS=--write` el {day} (UTC).
Los tiempos dependen de la máquina y de lo que corra a su lado: sirven para comparar entre sí, no
como promesa para otra. Por qué la construcción es rápida, y cómo buscar qué la hace lenta:
[rendimiento](rendimiento.md).

| | |
|---|---|
| Máquina | {machine.cpus} procesadores, {machine.system} |
| Carga media al empezar y al terminar | {machine.load_before:.1f} y {machine.load_after:.1f} |
| Corridas de cada orden, salvo donde se dice | {runs} |
| Python | {machine.python} |
| Paquetes | {packages} |
| Otros generadores | {rivals} |

{body}
## In English

Written by `make bench ARGS=--write` on {machine.moment:.10}. The first table sets side by side the
national site (cold, unchanged, and after one change of a row, a word or a template), synthetic
countries (plainly invented), and other site generators on the same synthetic country. Those make
one page an area, in one language, without charts, scores, downloads or checks, so their times
tell what a page costs there, not who is faster at the same work; the last column is the ratio to
Quipu's cold build. Then: what was built, seconds a stage, where a cold build spends its time
(under a profiler: shares count, seconds do not), and the targets: {met} of {promised} are met.
"""
