"""Pure. The facts as files for machines: JSON, CSV, Data Package, schemas, sitemap, feed."""
