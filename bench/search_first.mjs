// What a first answer fetches, by query: of our search and, where its index is there, of Pagefind.
//   node bench/search_first.mjs FOLDER QUERY…     FOLDER has ours/ and pagefind/; prints {ours: [[file, …], …], pagefind: …} as JSON

import fs from "node:fs"
import path from "node:path"
import { Engine } from "../theme/assets/search/engine.js"
import { Index } from "../theme/assets/search/index.js"

const SHOWN = 6 // results whose passage is fetched at once, as worker.js does
const [folder, ...queries] = process.argv.slice(2)

async function ours(query) {
  const read = new Set(["worker.js", "core.json"])
  const file = name => JSON.parse(fs.readFileSync(path.join(folder, "ours", name), "utf8"))
  const engine = new Engine(new Index(file("core.json"), async name => { read.add(name); return file(name) }))
  const { results, definition } = await engine.shown(await engine.answer(query))
  for (const { page } of results.slice(0, SHOWN)) read.add(`page-${page}.json`)
  if (definition) read.add(`terms-${Math.floor(definition.nth / 48)}.json`)
  return [...read]
}

/** Pagefind's own script, its requests answered from the folder. */
async function theirs(query, nth) {
  const base = path.join(folder, "pagefind"), read = new Set(["pagefind.js"])
  globalThis.document = { querySelector: () => ({ getAttribute: () => "ko" }) }
  globalThis.window = globalThis
  globalThis.location = new URL("http://localhost/")
  globalThis.fetch = async address => {
    const name = String(address).split("?")[0].replace(/^.*\/pagefind\//, "")
    read.add(name)
    return new Response(fs.readFileSync(path.join(base, name)))
  }
  const pagefind = await import(`${path.join(path.resolve(base), "pagefind.js")}?${nth}`)
  await pagefind.options({ basePath: "http://localhost/pagefind/", baseUrl: "/", noWorker: true })
  const { results } = await pagefind.search(query)
  for (const result of results.slice(0, SHOWN)) await result.data()
  return [...read]
}

const made = { ours: [] }
for (const query of queries) made.ours.push(await ours(query))
if (fs.existsSync(path.join(folder, "pagefind"))) {
  const real = console.log
  console.log = () => {}
  made.pagefind = []
  for (const [nth, query] of queries.entries()) made.pagefind.push(await theirs(query, nth))
  console.log = real
}
process.stdout.write(JSON.stringify(made))
