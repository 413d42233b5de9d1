import { base, escape } from "./base.js";

const points = (series) => series.map(([x, y]) => `${x * 10},${(30 - y * 0.3).toFixed(1)}`).join(" ");

const row = (f) =>
  `<tr><th>${escape(f.name)}</th><td>${f.value} ${escape(f.unit)}</td><td>${f.rank} de ${f.of}</td><td><svg width="100" height="30" viewBox="0 0 90 30"><polyline fill="none" stroke="currentColor" points="${points(f.series)}"/></svg></td></tr>`;

export function render({ title, figures, content }) {
  return base(
    title,
    `
<h1>${escape(title)}</h1>
<table>
<thead><tr><th>Indicador</th><th>Valor</th><th>Puesto</th><th>Serie</th></tr></thead>
<tbody>
${figures.map(row).join("\n")}
</tbody>
</table>
${content}
<p><a href="../">Todos los lugares</a></p>
`,
  );
}
