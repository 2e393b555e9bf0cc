// purge.mjs SITE SHEET SAFE…: prints SHEET without the rules that no page of SITE can use.
import { readFileSync } from "node:fs"
import { PurgeCSS } from "purgecss"

const [site, sheet, ...safe] = process.argv.slice(2)
const patterns = safe.map(pattern => new RegExp(pattern.slice(1, -1)))
const [result] = await new PurgeCSS().purge({
  content: [`${site}/**/*.html`, `${site}/assets/site.js`],
  css: [{ raw: readFileSync(sheet, "utf8") }],
  // Not the search boxes of engines' own pages: class names, ids, attributes and tags of the HTML as it is.
  defaultExtractor: text => text.match(/[A-Za-z0-9_-]+/g) ?? [],
  safelist: { standard: patterns, deep: [], greedy: [] },
  keyframes: true,
  variables: false,
  dynamicAttributes: ["data-md-toggle", "data-md-state", "dir", "hidden"],
})
process.stdout.write(result.css)
