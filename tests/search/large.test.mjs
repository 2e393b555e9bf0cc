// A large site: the core has forms only, what a first answer needs stays small, and nothing is lost.

import assert from "node:assert/strict"
import fs from "node:fs"
import path from "node:path"
import { test } from "node:test"
import zlib from "node:zlib"
import { Engine } from "../../theme/assets/search/engine.js"
import { Index } from "../../theme/assets/search/index.js"
import { DOCUMENTS, file, packed } from "./site.mjs"

const PAGES = 3000
const SECTIONS = 5
const KB = 1024
let seed = 5
const random = n => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n
const syllable = () => String.fromCharCode(0xAC00 + random(19) * 588 + random(21) * 28 + [0, 0, 4, 8, 16, 21][random(6)])
const WORDS = Array.from({ length: 20_000 }, () => Array.from({ length: 2 + random(3) }, syllable).join(""))
const PARTICLES = ["", "", "은", "을", "의", "에서", "으로"]
// Few words are common and most are rare, as in any language.
const word = () => WORDS[Math.min(random(WORDS.length), random(WORDS.length), random(WORDS.length))]
const sentence = n => `${Array.from({ length: n }, () => word() + PARTICLES[random(PARTICLES.length)]).join(" ")}입니다.`

const pages = Array.from({ length: PAGES }, (_, n) => ({
  url: `more/${n}/`, title: `${word()} ${word()}`, kind: "section", section: "", about: sentence(10),
  docs: [{ id: "", heading: "", text: sentence(20), labels: [] }, ...Array.from({ length: SECTIONS }, (_, i) => ({ id: `s${i}`, heading: `${word()} ${word()} ${n}`, text: `${sentence(50)} 텐서 코어`, labels: [] }))],
}))
const folder = packed({ pages: [...DOCUMENTS.pages, ...pages], terms: DOCUMENTS.terms })
const core = file(folder, "core.json")
const sizes = new Map()
const size = name => sizes.get(name) ?? sizes.set(name, zlib.gzipSync(fs.readFileSync(path.join(folder, name)), { level: 9 }).length).get(name)
const QUERIES = ["양자화", "텐서 코어", "모델 크기를 줄이려면", "ㅌㅅㅋㅇ", "didwkghk", "텐서 코아", `${pages[7].title}`, `${pages[1500].docs[2].heading}`, `${WORDS[4000]} ${WORDS[9000]}에서`]

/** The engine as a reader gets it at first, with the files it reads. */
function fresh() {
  const read = new Set(["core.json"])
  return { read, engine: new Engine(new Index(file(folder, "core.json"), async name => { read.add(name); return file(folder, name) })) }
}

test("the core names no page and says no heading", () => {
  assert.ok(core.pages.every(([url]) => url === "") && core.heads.every(Number.isInteger))
})

test("the first answer needs at most 150 KB", async () => {
  for (const query of QUERIES) {
    const { engine, read } = fresh()
    const { results } = await engine.shown(await engine.answer(query))
    assert.ok(results.length, query)
    for (const result of results.slice(0, 6)) read.add(`page-${result.page}.json`)
    const sum = [...read].reduce((all, name) => all + size(name), 0)
    assert.ok(sum <= 134 * KB, `${query}: ${(sum / KB).toFixed(0)} KB and the worker's 16`)
  }
})

test("what a small site answers, a large one does", async () => {
  const { engine } = fresh()
  const first = async (query, filter) => { const { results } = await engine.shown(await engine.answer(query), filter); return results[0] && `${results[0].url}#${results[0].id}` }
  assert.equal(await first("양자화를"), "perf/models/#quant")
  assert.equal(await first("didwkghk"), "perf/models/#quant")
  assert.equal(await first("가중치를 잘라 내기"), "perf/models/#prune")
  assert.equal(await first("텐서 코어", { kind: "question" }), "gpu/cores/#q1")
  assert.equal(await first(pages[7].title), "more/7/#")
  assert.equal(await first(pages[1500].docs[2].heading), "more/1500/#s1")
  assert.equal((await engine.shown(await engine.answer("양자화"))).definition.home.title, "모델 최적화 기법")
})

test("p95 of a query is below 50 ms", async () => {
  const { engine } = fresh(), times = []
  for (let round = 0; round < 8; round++) for (const query of [...QUERIES, ...Array.from({ length: 10 }, () => `${word()} ${word()} ${word()}에서`)]) {
    const begun = process.cpuUsage()
    await engine.shown(await engine.answer(query))
    const used = process.cpuUsage(begun)
    times.push((used.user + used.system) / 1000)
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)]
  assert.ok(p95 < 50, `p95 ${p95.toFixed(1)} ms`)
})
