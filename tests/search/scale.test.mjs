// Cost: fifty thousand forms are looked through by index, never one by one. Processor time, since a busy machine's clock says little.

import assert from "node:assert/strict"
import { test } from "node:test"
import { Engine } from "../../theme/assets/search/engine.js"
import { Index } from "../../theme/assets/search/index.js"
import { file, packed } from "./site.mjs"

const FORMS = 50_000
let seed = 11
const random = n => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % n
const syllable = () => String.fromCharCode(0xAC00 + random(19) * 588 + random(21) * 28 + [0, 0, 4, 8, 16, 21][random(6)])
const word = () => Array.from({ length: 2 + random(5) }, syllable).join("")

test("p95 of a query over 50,000 forms is below 10 ms", async () => {
  const folder = packed(), core = file(folder, "core.json"), { terms } = core
  for (let n = 0; n < FORMS; n += 4) {
    terms.ids.push(`t${n}`)
    terms.forms += `\n${[word(), `${word()} ${word()}`, `${word()}${word()}`, `term ${n}`].join("|")}`
    terms.wrong += "0"
    terms.levels += "0"
    terms.homes.push(n % 3)
    terms.places += "|3B2"
  }
  const index = new Index(core, async name => file(folder, name))
  index.lexicon.warm()
  assert.ok(index.lexicon.forms.length > FORMS)
  const engine = new Engine(index)
  const queries = []
  for (let n = 0; n < 60; n++) {
    const { text } = index.lexicon.forms[random(index.lexicon.forms.length)]
    queries.push(text, `${text}에서는`, text.slice(0, -1), `${text.slice(0, 1)}${syllable()}${text.slice(2)}`, `${text} ${word()} 줄이려면`)
  }
  for (const query of queries.slice(0, 100)) await engine.answer(query)
  const times = []
  for (const query of queries) {
    const begun = process.cpuUsage()
    await engine.answer(query)
    const used = process.cpuUsage(begun)
    times.push((used.user + used.system) / 1000)
  }
  times.sort((a, b) => a - b)
  const p95 = times[Math.floor(times.length * 0.95)]
  assert.ok(p95 < 10, `p95 ${p95.toFixed(1)} ms`)
})
