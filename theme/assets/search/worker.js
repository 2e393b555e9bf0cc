// The search beside the page: loads the index, answers queries, and sends passages after the answer as they arrive.
// Messages: in 0 set up, 2 query; out 1 ready, 3 answer, 4 error, 5 definition, 6 passage.
// publish/search_bundle.py makes one file of this and what it imports.

import { Engine } from "./engine.js"
import { Index, Stale } from "./index.js"
import { passage } from "./passage.js"

const FOLDER = new URL("../../search/", self.location)
const SHOWN = 6
const PER_FILE = 48

const early = load("core.json").then(core => ({ core }), error => ({ error }))
let engine, starting, newest = 0, tries = 0

async function load(name, fresh) {
  const response = await fetch(new URL(name, FOLDER), fresh ? { cache: "reload" } : {})
  if (!response.ok) throw new Error(response.status === 404 ? "missing" : "network")
  try { return await response.json() } catch { throw new Error("corrupt") }
}

function start(fresh = false) {
  return starting ??= (async () => {
    try {
      const got = tries++ ? { core: await load("core.json", fresh) } : await early
      if (got.error) throw got.error
      const { core } = got
      let index
      try { index = new Index(core, name => load(name, fresh)) } catch { throw new Error("corrupt") }
      engine = new Engine(index)
      setTimeout(() => engine.warm())
    } catch (error) {
      starting = null
      throw error
    }
  })()
}

const reason = error => error instanceof Stale ? "stale" : ["missing", "corrupt"].includes(error.message) ? error.message : self.navigator.onLine === false ? "offline" : "network"

async function answer(query, filter) {
  await start()
  const made = async () => engine.shown(await engine.answer(query), filter)
  try {
    return await made()
  } catch (error) {
    if (!(error instanceof Stale)) throw error
    starting = null // The site was published anew: read its index once more.
    await start(true)
    return made()
  }
}

async function details(number, made) {
  const { index } = engine, still = () => number === newest
  if (made.definition) {
    const data = await index.file(`terms-${Math.floor(made.definition.nth / PER_FILE)}.json`)
    const found = data.terms[made.definition.id]
    if (found && still()) postMessage({ type: 5, number, data: { title: found[0], gloss: found[1], text: found[2] } })
  }
  await Promise.all(made.results.slice(0, SHOWN).map(async (result, nth) => {
    if (result.kind === "term") return
    const { texts } = await index.file(`page-${result.page}.json`)
    if (!still()) return // a newer query is not kept waiting
    const parts = passage(texts[result.nth] || texts[0] || "", made.marks)
    postMessage({ type: 6, number, data: { nth, parts } })
  }))
}

self.onmessage = async ({ data: message }) => {
  if (message.type === 0) {
    try {
      await start()
      postMessage({ type: 1, data: { pages: engine.index.pages.length } })
    } catch (error) { postMessage({ type: 4, data: reason(error) }) }
    return
  }
  if (message.type !== 2) return
  const number = newest = message.number
  try {
    const made = await answer(message.data, message.filter)
    postMessage({ type: 3, number, data: made })
    await details(number, made).catch(() => {})
  } catch (error) { postMessage({ type: 4, number, data: reason(error) }) }
}
