export default function (config) {
  config.setUseGitIgnore(false);
  config.addCollection("areas", (api) => api.getFilteredByGlob("areas/*.md"));
  return { markdownTemplateEngine: false };
}
