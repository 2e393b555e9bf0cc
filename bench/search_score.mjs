// Scores queries against a built site's index, without a browser: what a page of results would hold, judged by section.
//   node bench/search_score.mjs SITE MAP QUERIES…      prints {classes, all, none, milliseconds, misses} as JSON
// The same measures as the driver of the real box: a section counts once, success and MRR ask for a grade of 2 or more.

import fs from "node:fs"
import path from "node:path"
import { Engine } from "../theme/assets/search/engine.js"
import { Index } from "../theme/assets/search/index.js"

const K = 10
const [site, mapFile, ...files] = process.argv.slice(2)
const read = name => JSON.parse(fs.readFileSync(path.join(site, "search", name), "utf8"))
const map = JSON.parse(fs.readFileSync(mapFile, "utf8"))
const sections = url => [map[url] ?? []].flat()

export function score(relevant, ranked) {
  const grade = new Map(relevant.map(r => [r.section, r.grade])), used = new Set()
  const grades = ranked.slice(0, K).map(ids => {
    const best = ids.filter(id => !used.has(id)).sort((a, b) => (grade.get(b) ?? 0) - (grade.get(a) ?? 0))[0]
    const value = grade.get(best) ?? 0
    if (value) used.add(best)
    return value
  })
  const gain = list => list.reduce((sum, g, i) => sum + (2 ** g - 1) / Math.log2(i + 2), 0)
  const ideal = gain([...grade.values()].sort((a, b) => b - a).slice(0, K)), first = grades.findIndex(g => g >= 2)
  return { s1: +(grades[0] >= 2), s3: +grades.slice(0, 3).some(g => g >= 2), mrr: first < 0 ? 0 : 1 / (first + 1), ndcg: ideal ? gain(grades) / ideal : 0, zero: +!ranked.length }
}

const mean = (list, of) => list.reduce((sum, x) => sum + of(x), 0) / list.length
const means = list => ({ n: list.length, ...Object.fromEntries(["s1", "s3", "mrr", "ndcg", "zero"].map(m => [m, mean(list, x => x[m])])) })

const engine = new Engine(new Index(read("core.json"), async name => read(name)))
const results = []
for (const row of files.flatMap(f => fs.readFileSync(f, "utf8").trim().split("\n").map(l => JSON.parse(l)))) {
  const begun = performance.now()
  const { results: list } = await engine.shown(await engine.answer(row.query))
  const milliseconds = performance.now() - begun
  const ranked = [...new Map(list.map(r => [sections(r.url).join("|") || r.url, sections(r.url)])).values()]
  results.push({ ...row, ...score(row.relevant, ranked), milliseconds, top: list.slice(0, 5).map(r => r.section || r.url) })
}
const none = results.filter(r => r.class === "none"), asked = results.filter(r => r.class !== "none")
const times = results.map(r => r.milliseconds).sort((a, b) => a - b)
process.stdout.write(JSON.stringify({
  classes: Object.fromEntries([...new Set(asked.map(r => r.class))].map(c => [c, means(asked.filter(r => r.class === c))])),
  all: means(asked),
  quiet: none.length ? mean(none, r => r.zero) : 1,
  milliseconds: { p50: times[times.length >> 1], p95: times[Math.floor(times.length * 0.95)] },
  misses: [...asked.filter(r => !r.s1), ...none.filter(r => !r.zero)].map(r => ({ query: r.query, class: r.class, top: r.top })),
}))
