export default { layout: "area.11ty.js", permalink: ({ page }) => `/${page.fileSlug}/` };
