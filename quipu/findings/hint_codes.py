"""Pure. Hints for one common cause of a finding, told instead of the general one.

A finding names the cause (``params["cause"]``) when it could be seen in the text.
"""

from __future__ import annotations

from collections.abc import Mapping

HINTS: Mapping[str, tuple[str, str]] = {
    "row-decimal-comma": (
        "Parece «{found}» en «{column}»: escriba {fixed}, con punto.",
        "It looks like “{found}” in “{column}”: write {fixed}, with a point.",
    ),
    "row-thousands": (
        "Parece «{found}» en «{column}»: escriba {fixed}, sin comas.",
        "It looks like “{found}” in “{column}”: write {fixed}, without commas.",
    ),
    "row-comma-unclear": (
        "Parece «{found}» en «{column}»: si la coma separa los miles, escriba {fixed}; si es la decimal, {other}.",
        "It looks like “{found}” in “{column}”: if the comma parts the thousands, write {fixed}; if it is the decimal one, {other}.",
    ),
    "row-comma-somewhere": (
        "Una de estas comas no separa celdas: {options}. Si es decimal, escriba un punto; si separa miles, bórrela.",
        "One of these commas does not part cells: {options}. If it is a decimal one, write a point; if it parts thousands, delete it.",
    ),
    "row-comma-at-end": (
        "La fila termina en comas de más ({extra}): bórrelas. En la hoja de cálculo, elimine las columnas vacías de la derecha.",
        "The row ends in extra commas ({extra}): delete them. In the spreadsheet, delete the empty columns at the right.",
    ),
    "row-of-semicolons": (
        "Esta fila separa sus celdas con «;»: cámbielos por comas, como en el encabezado.",
        "This row parts its cells with “;”: change those to commas, as in the header.",
    ),
    "header-after-sep": (
        "Borre la primera línea («{value}»): solo la entiende Excel. La primera debe ser la de los nombres de las columnas.",
        "Delete the first line (“{value}”): only Excel understands it. The first must be that of the names of the columns.",
    ),
    "header-in-one-cell": (
        "Cada fila está entera dentro de una sola celda. Ábrala en la hoja de cálculo con Datos > Obtener datos > Desde texto/CSV, separador coma, y guárdela de nuevo.",
        "Each row stands whole within a single cell. Open it in the spreadsheet with Data > Get data > From text/CSV, delimiter comma, and save it again.",
    ),
    "header-below": (
        "Los nombres de las columnas están en la línea {value}: borre las líneas de encima. Títulos y notas no van en el archivo.",
        "The names of the columns stand on line {value}: delete the lines above. Titles and notes do not go into the file.",
    ),
    "column-of-no-table": (
        "Quítela, o déle el nombre de una de estas: {options}.",
        "Remove it, or give it the name of one of these: {options}.",
    ),
    "number-magnitude": (
        "Escriba el número completo, con todas sus cifras, como lo da la fuente: «12 mil» son 12000. Si la fuente solo lo da redondeado, dígalo en la nota.",
        "Write the whole number, with all its digits, as the source gives it: “12 thousand” is 12000. If the source only gives it rounded, say so in the note.",
    ),
    "number-limit": (
        "Eso es un límite y no una cifra. Busque la cifra en la fuente; si la fuente la reserva por ser pequeña, deje la celda vacía y ponga Q en «obs_status».",
        "That is a limit and not a figure. Look for the figure in the source; if the source withholds it because it is small, leave the cell empty and set “obs_status” to Q.",
    ),
    "number-date": (
        "Es una fecha: la hoja de cálculo pudo haber convertido el número. Dé a la columna formato de texto y copie otra vez el valor de la fuente.",
        "It is a date: the spreadsheet may have converted the number. Format the column as text and copy the value from the source again.",
    ),
    "number-truth": (
        "Si el indicador es de sí o no, escriba 1 (sí) o 0 (no); si no, escriba la cifra de la fuente.",
        "If the indicator is yes or no, write 1 (yes) or 0 (no); otherwise, write the figure of the source.",
    ),
    "target-neutral": (
        "{indicator} es neutral: un valor más alto no es mejor ni peor. Ponga primero en «indicators» un indicador con sentido favorable, o deje «target» vacío.",
        "{indicator} is neutral: a higher value is neither better nor worse. Put an indicator that has a favourable direction first in “indicators”, or leave “target” empty.",
    ),
    "fact-ahead": (
        "Revise el año; lo que está previsto se anota con el estado «planned».",
        "Check the year; what is foreseen has the status “planned”.",
    ),
    "period-open": (
        "Declare el periodo cuando haya terminado: antes no se sabe todo de él.",
        "Declare the period once it is over: before, not all of it can be known.",
    ),
    "level-of-commission": (
        "Sin unidad, el valor es un nivel. Si cuenta otra cosa, escriba qué en «unit_es».",
        "Without a unit the value is a level. If it counts something else, write what in “unit_es”.",
    ),
    "link-scheme": (
        "Pruebe {fixed} en el navegador y, si abre, escríbala así.",
        "Try {fixed} in the browser and, if it opens, write it so.",
    ),
    "number-two": (
        "Son dos números y va uno. Si la fuente da un intervalo, escriba aquí la estimación y sus extremos en «lower» y «upper».",
        "These are two numbers and one goes here. If the source gives an interval, write the estimate here and its ends in “lower” and “upper”.",
    ),
    "number-sign": ("Escriba {fixed}, sin el signo.", "Write {fixed}, without the sign."),
    "number-zeros": (
        "Escriba {fixed}, sin ceros delante. Si es un código, va en otra columna.",
        "Write {fixed}, without zeros in front. If it is a code, it goes in another column.",
    ),
    "number-point": (
        "Escriba {fixed}: el punto decimal va entre cifras.",
        "Write {fixed}: the decimal point stands between digits.",
    ),
    "number-apostrophe": ("Escriba {fixed}, sin el apóstrofo.", "Write {fixed}, without the apostrophe."),
    "number-parentheses": (
        "Si los paréntesis quieren decir que es negativo, escriba {fixed}; si no, quítelos.",
        "If the parentheses mean that it is negative, write {fixed}; otherwise, remove them.",
    ),
    "number-keyboard": (
        "Esas cifras o ese signo no son los del teclado: bórrelos y escriba {fixed}.",
        "Those digits or that sign are not those of the keyboard: delete them and type {fixed}.",
    ),
    "number-letters": (
        "Hay letras entre las cifras (una O por un 0, una l por un 1). Compruebe en la fuente si es {fixed}.",
        "There are letters among the digits (an O for a 0, an l for a 1). Check in the source whether it is {fixed}.",
    ),
    "number-mark": (
        "Escriba solo {fixed}. Si la marca quiere decir preliminar o estimado, ponga P o E en «obs_status»; una llamada va en la nota.",
        "Write only {fixed}. If the mark means preliminary or estimated, set “obs_status” to P or E; a footnote goes in the note.",
    ),
    "number-unclear": (
        "Escriba solo el número, sin unidad ni separador de miles y con un solo punto decimal. No está claro si aquí la coma o el punto separa los miles o los decimales: véalo en la fuente.",
        "Write the number only, without unit or thousands separator and with a single decimal point. It is not clear whether the comma or point here parts thousands or decimals: look in the source.",
    ),
    "period-meant": (
        "¿Quiso decir {fixed}? Los periodos se escriben 2024, 2024-S1, 2024-Q2, 2024-03, 2024-03-31 o 2020/2021. Si la hoja de cálculo lo cambia, dé a la columna formato de texto.",
        "Did you mean {fixed}? Periods are written 2024, 2024-S1, 2024-Q2, 2024-03, 2024-03-31 or 2020/2021. If the spreadsheet changes it, format the column as text.",
    ),
    "date-meant": (
        "¿Quiso decir {fixed}? Si la hoja de cálculo la cambia, dé a la columna formato de texto.",
        "Did you mean {fixed}? If the spreadsheet changes it, format the column as text.",
    ),
    "code-meant": (
        "¿Quiso decir «{fixed}»? Si no, use uno de estos: {options}.",
        "Did you mean “{fixed}”? If not, use one of these: {options}.",
    ),
    "codes-of-obs_status": (
        "Use A (normal), B (cambió el método), E (estimado), F (proyección) o P (provisional); sin valor, L (existe, no se recogió), M (no puede existir) o Q (reservado).",
        "Use A (normal), B (the method changed), E (estimated), F (forecast) or P (provisional); without a value, L (exists, not collected), M (cannot exist) or Q (suppressed).",
    ),
    "codes-of-quality": (
        "Use A (archivo oficial), B (lista oficial completa vista en la prensa), C (lista parcial) o D (sin fecha).",
        "Use A (official file), B (complete official list seen in the press), C (partial list) or D (undated).",
    ),
    "rollup-none": (
        "Deje la celda vacía: los valores de un indicador de ese tipo no se suman.",
        "Leave the cell empty: the values of an indicator of that type cannot be added up.",
    ),
    "area-total": (
        "Para el total del país escriba {fixed}.",
        "For the total of the country write {fixed}.",
    ),
    "area-others": (
        "Use el código del área, por ejemplo: {options}… y {extra} más; están todos en data/areas.csv.",
        "Use the code of the area, for example: {options}… and {extra} more; all are in data/areas.csv.",
    ),
    "area-zero": (
        "Parece que la hoja de cálculo quitó el cero de delante: escriba {fixed}. Para que no vuelva a pasar, dé a la columna formato de texto.",
        "The spreadsheet seems to have removed the zero in front: write {fixed}. So that it does not happen again, format the column as text.",
    ),
    "members-parted": (
        "Sepárelos con un espacio: {fixed}.",
        "Part them with a space: {fixed}.",
    ),
    "unit-meant": (
        "¿Quiso decir {options}? Si es otra unidad, agregue a data/units.csv una fila con su nombre y su forma corta.",
        "Did you mean {options}? If it is another unit, add a row with its name and short form to data/units.csv.",
    ),
    "source-twice": (
        "Tiene también la misma dirección: si es el mismo documento, deje un solo código y cite ese.",
        "It has the same address as well: if it is the same document, keep one code and cite that.",
    ),
    "sources-meant": (
        "Escriba {fixed}: en la celda van los códigos de las fuentes, separados por un espacio.",
        "Write {fixed}: the cell holds the codes of the sources, separated by a space.",
    ),
    "interval-reversed": (
        "Están al revés: escriba {high} en «lower» y {low} en «upper».",
        "They are the wrong way round: write {high} in “lower” and {low} in “upper”.",
    ),
    "ratio-half": (
        "Escriba los dos, como los da la fuente, o deje los dos vacíos.",
        "Write both, as the source gives them, or leave both empty.",
    ),
    "ratio-part-larger": (
        "El numerador es mayor que el denominador, y en este indicador es una parte de él: ¿están cambiados de columna?",
        "The numerator is larger than the denominator, and in this indicator it is a part of it: are they in each other’s column?",
    ),
    "ratio-not-positive": (
        "El denominador debe ser mayor que 0 y el numerador no puede ser negativo. Si no hubo casos de los que contar, deje vacíos los números y ponga M en «obs_status».",
        "The denominator must be above 0 and the numerator cannot be negative. If there were no cases to count from, leave the numbers empty and set “obs_status” to M.",
    ),
    "decimals-more": (
        "Mire esa primero: si el punto separa los miles, escriba el número sin él; si no, quizá las demás se redondearon.",
        "Look at that one first: if the point parts thousands, write the number without it; if not, the others may have been rounded.",
    ),
    "decimals-fewer": (
        "Mire esas primero: quizá se redondearon. Copie todas con los decimales que publica la fuente.",
        "Look at those first: they may have been rounded. Copy all of them with the decimals that the source publishes.",
    ),
    "letters-lost": (
        "Una tilde o eñe se perdió y quedó en «?»: ningún programa la recupera. Escriba la palabra de nuevo y guarde como «CSV UTF-8».",
        "An accented letter was lost and became “?”: no program brings it back. Type the word again and save as “CSV UTF-8”.",
    ),
    "key-of-none": ("Bórrela, o escriba una de estas: {options}.", "Delete it, or write one of these: {options}."),
    "name-of-none": (
        "El nombre es <código>.<idioma>.md. Los que hay son: {options}…",
        "The name is <code>.<language>.md. Those there are: {options}…",
    ),
    "indicator-new": (
        "Agregue el indicador a data/indicators.csv, o dé al archivo el código de uno que ya esté.",
        "Add the indicator to data/indicators.csv, or give the file the code of one that is there.",
    ),
    "address-scheme": ("¿Quiso decir {fixed}?", "Did you mean {fixed}?"),
    "quoted-number": (
        "Quite las comillas, que hacen del número un texto: {field} = {fixed}.",
        "Remove the quotes, which make a text of the number: {field} = {fixed}.",
    ),
    "version-slip": (
        "Si la cambió a propósito, agregue al final de data/method-versions.csv una línea con {value}, la fecha, la huella {fingerprint} y qué cambió en español y en inglés; no toque las líneas anteriores. Si no, escriba aquí la última que está anotada: «{last}».",
        "If you changed it on purpose, add at the end of data/method-versions.csv a line with {value}, the date, the fingerprint {fingerprint} and what changed in Spanish and in English; do not touch the lines before. If not, write here the last one that is recorded: “{last}”.",
    ),
    "toml-decimal-comma": (
        "Hay un número con coma decimal: escríbalo con punto, como 0.5.",
        "There is a number with a decimal comma: write it with a point, such as 0.5.",
    ),
    "toml-curly-quotes": (
        'Hay comillas curvas o angulares en lugar de rectas: escriba el texto entre comillas rectas (").',
        'There are curly or angular quotes instead of straight ones: put the text between straight quotes (").',
    ),
    "toml-quote-missing": (
        'Falta una comilla: cada texto empieza y termina con una comilla recta (").',
        'A quote is missing: every text starts and ends with a straight quote (").',
    ),
    "toml-quote-inside": (
        "Hay comillas rectas dentro de un texto: cámbielas por «».",
        "There are straight quotes within a text: change them for “”.",
    ),
    "toml-text-unquoted": (
        'El texto va entre comillas rectas: {field} = "…".',
        'A text goes between straight quotes: {field} = "…".',
    ),
    "toml-key-twice": (
        "Ese ajuste ya está escrito antes en el archivo: deje uno solo.",
        "That setting already stands before in the file: keep one.",
    ),
    "yaml-tab": (
        "La línea empieza con un tabulador: bórrelo y ponga espacios.",
        "The line starts with a tab: delete it and put spaces.",
    ),
    "yaml-no-space": (
        "Falta un espacio tras los dos puntos: escriba «{key}: » y luego el texto.",
        "A space is missing after the colon: write “{key}: ” and then the text.",
    ),
    "yaml-quote-missing": (
        'Falta cerrar las comillas del texto de «{key}»: termínelo con una comilla recta (").',
        'The quotes of the text of “{key}” are not closed: end it with a straight quote (").',
    ),
    "yaml-colon": (
        'El texto de «{key}» lleva dos puntos: póngalo entero entre comillas rectas (").',
        'The text of “{key}” has a colon in it: put all of it between straight quotes (").',
    ),
}
"""By name: in Spanish and in English."""
