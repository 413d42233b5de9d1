export default {
  title: "País sintético",
  root: "src",
  output: "dist",
  globalStylesheets: [],
  style: "style.css",
  pages: [],
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  footer: "",
};
