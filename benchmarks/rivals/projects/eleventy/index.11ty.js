import { base, escape } from "./_includes/base.js";

const title = "País sintético";

export const data = { title };

export function render({ collections }) {
  const links = collections.areas.map((a) => `<li><a href="${a.url}">${escape(a.data.title)}</a></li>`);
  return base(title, `\n<h1>${title}</h1>\n<ul>\n${links.join("\n")}\n</ul>\n`);
}
