const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escape = (text) => String(text).replace(/[&<>"]/g, (c) => escapes[c]);

export const base = (title, main) => `<!doctype html>
<html lang="es">
<head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body><main>${main}</main></body>
</html>
`;
