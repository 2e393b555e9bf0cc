// Packs the documents of a site (stdin, publish/search_documents.py) into the files of its search:
//   core.json   pages, headings, the forms of terms and products and where they stand: what every query needs
//   On a large site the core would be most of the text; then it has forms only, and the rest comes when it is needed:
//   places-N.json  where terms and products stand; head-N.json  title and headings of a page
//   words-N.json   the words of running text by their first letter: asked for when a query has words that are no form
//   page-N.json    the text of a page by heading: asked for when a result of it is shown; what the core does not say of the page
// The words are read by the same modules that read queries.

import { createHash } from "node:crypto"
import fs from "node:fs"
import path from "node:path"
import { encode } from "../theme/assets/search/postings.js"
import { empty, fold, root, slug, stem, stems, words } from "../theme/assets/search/text.js"

const SPAN = 6
const SHARD = 10_000
const PER_FILE = 48 // terms with their definitions, as worker.js reads them
const PLACED = 16 // terms and products with their places, as index.js reads them
const WHOLE = 200_000 // characters of a core that comes in one file
const MOST_PLACES = 120
const ANYWHERE = 0.4 // a word in more of the documents than this tells none apart
const INNER = 3 // a name inside of another
const SCATTERED = 4 // a name whose words a heading has, though apart
const SAID = 2 // how much a word of a definition counts where the term is explained
const LEVELS = 1.6
const LENGTH = 0.5
const LEAN = new Set(["product", "matrix"])

const target = process.argv[2]
const { pages, terms } = JSON.parse(fs.readFileSync(0, "utf8"))
const pageOf = Object.fromEntries(pages.map((p, i) => [p.section, i]).filter(([section]) => section))
// What is taught together shares words, so it packs well together.
const homeOf = term => pageOf[term.section] ?? -1
terms.sort((a, b) => homeOf(a) - homeOf(b))

// --- what has a name ------------------------------------------------------------
const concepts = [
  ...terms.map(t => ({ ...t, kind: "term" })),
  ...pages.flatMap((page, i) => page.kind === "product" && page.forms ? [{ forms: page.forms, kind: "product", page: i }] : []),
]
const named = new Map()
concepts.forEach((concept, id) => {
  for (const form of concept.forms) for (const f of [form, form.replace(/\s*\([^)]*\)/g, "")]) {
    const key = fold(f)
    if (key) named.set(key, (named.get(key) ?? new Set()).add(id))
  }
})
// IT, AR, IB, SM: in small letters they are other words.
const shouted = new Set(concepts.flatMap(c => c.forms).filter(f => /^[A-Z]{2,3}$/.test(f)).map(fold))

/**
 * Counts what a text names, names inside of names too (컨테이너 이미지 is about 컨테이너, yet Deep Learning Super Sampling is no heading of 딥러닝),
 * and every word by its stem.
 */
const verbs = new Set()
function read(text, count) {
  const found = words(text)
  let covered = 0
  found.forEach(({ text: word }, from) => {
    let longest = from
    for (let end = Math.min(found.length, from + SPAN); end > from; end--) for (const id of meant(found, from, end)) {
      longest = Math.max(longest, end)
      count.concept(id)
      if (end === longest && end > covered) count.own(id)
    }
    covered = Math.max(covered, longest)
    if (empty(word) || word.length > 24) return
    const verb = root(word)
    if (verb) verbs.add(verb)
    count.word(verb || stem(word))
  })
}

function meant(found, from, end) {
  const head = found.slice(from, end - 1).map(w => w.text).join(""), last = found[end - 1].text
  const ways = /[가-힣]/.test(last[0]) ? stems(last) : [last, last.replace(/(?<=[a-zA-Z]{2})s$/, "")]
  for (const way of ways) {
    const key = fold(head + way)
    if (named.has(key)) return shouted.has(key) && (head + last).toUpperCase() !== head + last ? [] : named.get(key)
  }
  return []
}

const of = map => key => map.set(key, (map.get(key) ?? 0) + 1)

function reading(text) {
  const concepts = new Map(), words = new Map(), own = new Set()
  read(text, { concept: of(concepts), word: of(words), own: id => own.add(id) })
  return { concepts, words, own }
}

// --- where it stands ------------------------------------------------------------
const conceptPlaces = concepts.map(() => [])
const wordPlaces = new Map()
const add = (map, key, doc, weight) => {
  const list = map instanceof Map ? map.get(key) ?? map.set(key, []).get(key) : map[key]
  list.push([doc, weight])
}

/** How much is said of something that stands `times` in a text: less and less the more often, and less in a long text. */
const often = (times, long) => Math.max(1, Math.min(4, Math.round(LEVELS * times * 2.2 / (times + 1.2 * (1 - LENGTH + LENGTH * long / usual)))))
const lengths = pages.flatMap(page => page.docs.map(part => part.text.length))
const usual = lengths.reduce((sum, n) => sum + n, 0) / Math.max(1, lengths.length)

/** The title of the chapter that a section is in: what it says, its sections are about. */
const chapters = new Map(pages.filter(p => p.kind === "page").map(p => [p.url, p.title]))
const chapterOf = page => page.kind === "section" ? chapters.get(page.url.replace(/[^/]+\/$/, "")) ?? "" : ""

/** Names of several words whose words a heading has, wherever in it they are. */
const several = concepts.flatMap((c, id) => c.forms.map(f => [id, words(f).map(w => stem(w.text))])).filter(([, parts]) => parts.length > 1)
const apartIn = heading => {
  const there = new Set(words(heading).map(w => stem(w.text)))
  return new Set(several.filter(([, parts]) => parts.every(p => there.has(p))).map(([id]) => id))
}

let doc = 0
for (const page of pages) {
  for (const part of page.docs) {
    const heading = part.heading || (part === page.docs[0] ? page.title : "")
    const h = reading(heading), labels = reading(part.labels.join(" . ")), body = LEAN.has(page.kind) ? { concepts: new Map(), words: new Map() } : reading(part.text)
    const long = part.text.length, whole = fold(heading), question = part.kind === "question", scattered = question ? new Set() : apartIn(heading), about = part === page.docs[0] ? reading(`${page.about ?? ""} . ${chapterOf(page)}`) : null
    for (const id of new Set([...h.concepts.keys(), ...labels.concepts.keys(), ...body.concepts.keys(), ...about?.concepts.keys() ?? [], ...scattered])) {
      const keys = concepts[id].forms.map(fold)
      let weight = often(body.concepts.get(id) ?? 0, long)
      if (labels.concepts.has(id)) weight += 1
      if (about?.concepts.has(id)) weight += 1
      if (h.concepts.has(id) && !question) weight = !h.own.has(id) ? Math.max(weight, INNER) : keys.includes(whole) ? 9 : keys.some(k => whole.startsWith(k)) ? 7 : 5
      if (scattered.has(id)) weight = Math.max(weight, SCATTERED)
      add(conceptPlaces, id, doc, Math.min(9, weight))
    }
    for (const word of new Set([...h.words.keys(), ...body.words.keys(), ...labels.words.keys(), ...about?.words.keys() ?? []])) {
      let weight = often(body.words.get(word) ?? 0, long)
      if (labels.words.has(word)) weight += 1
      if (about?.words.has(word)) weight += 1
      if (h.words.has(word) && !question) weight = verbs.has(word) ? 4 : 6
      add(wordPlaces, word, doc, weight)
    }
    doc++
  }
}

// What a term is explained with, its definition among it, belongs to the place that explains it: a question may describe what it has no name for.
const firstOf = []
pages.reduce((sum, page, i) => (firstOf[i] = sum) + page.docs.length, 0)
terms.forEach((term, id) => {
  const home = pageOf[term.section]
  if (home === undefined) return
  const from = firstOf[home], to = from + pages[home].docs.filter(part => part.kind !== "question").length
  const [at] = conceptPlaces[id].filter(([place]) => place >= from && place < to).sort((a, b) => b[1] - a[1])[0] ?? [from]
  if (at === from && !conceptPlaces[id].some(([place]) => place === from)) conceptPlaces[id] = [...conceptPlaces[id], [from, 1]].sort((a, b) => a[0] - b[0])
  const said = reading(term.about)
  const more = (list, weight) => {
    const known = list.find(([place]) => place === at)
    if (known) known[1] = Math.min(9, Math.max(known[1], weight))
    else { list.push([at, weight]); list.sort((a, b) => a[0] - b[0]) }
  }
  for (const word of said.words.keys()) more(wordPlaces.get(word) ?? wordPlaces.set(word, []).get(word), SAID)
})

// --- files ---------------------------------------------------------------------
const strongest = list => list.length <= MOST_PLACES ? list : [...list].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_PLACES).sort((a, b) => a[0] - b[0])
const kept = [...wordPlaces].filter(([word, list]) => list.length < doc * ANYWHERE && (!verbs.has(word) || list.length > 1))
kept.sort((a, b) => a[0] < b[0] ? -1 : 1)

const shards = []
let before = ""
for (const [word, list] of kept) {
  const places = encode(strongest(list))
  let shard = shards.at(-1)
  if (!shard || shard.size > SHARD) shards.push(shard = { first: apart(before, word), size: 0, words: {} })
  shard.words[word] = places
  shard.size += word.length * 3 + places.length
  before = word
}

/** As much of a word as tells that it comes after another. */
function apart(before, word) {
  let n = 1
  while (n < word.length && word.slice(0, n) <= before) n++
  return word.slice(0, n)
}

// Spellings that differ only in case and spaces are one form.
const distinct = forms => [...new Map([...forms].reverse().map(f => [fold(f), f])).values()].reverse()
const wrongAt = term => { const wrong = new Set(term.wrong.map(fold)); return Math.min(9, distinct(term.forms).filter(f => wrong.has(fold(f))).length) }

// An id that is a form, as most are, is said by that form's number.
const short = (id, forms) => { const nth = forms.findIndex(f => slug(f) === id); return nth < 0 ? id : nth }
const unbarred = text => String(text).replaceAll("|", "/")
const LEVELS_OF = ["basic", "intermediate", "advanced"]
const placesOf = conceptPlaces.map(list => encode(strongest(list)))
const head = part => part.kind === "lab" ? [part.id, part.heading, 1] : [part.id, part.heading]
const parts = pages.map(page => ({ heads: page.docs.slice(1).filter(d => d.kind !== "question").map(head), asked: page.docs.filter(d => d.kind === "question").map(d => d.id) }))
const placed = (from, to, lean) => lean ? conceptPlaces.slice(from, to).map(list => list.length) : placesOf.slice(from, to).join("|")
// Lists of one thing, as one text where that is shorter: forms of a term by |, terms by lines.
const made = lean => ({
  pages: pages.map(p => lean ? ["", "", p.section, p.kind] : [p.url, p.title, p.section, p.kind]),
  heads: parts.map(({ heads }) => lean ? heads.length : heads.map(h => h.map(unbarred).join("|")).join("\n")),
  asked: parts.map(({ asked }) => asked.length),
  terms: {
    ids: terms.map(t => short(t.id, distinct(t.forms))),
    forms: terms.map(t => distinct(t.forms).map(unbarred).join("|")).join("\n"),
    wrong: terms.map(wrongAt).join(""),
    levels: terms.map(t => LEVELS_OF.indexOf(t.level)).join(""),
    homes: terms.map(homeOf),
    places: placed(0, terms.length, lean),
  },
  products: concepts.slice(terms.length).map((c, i) => [c.page, distinct(c.forms), lean ? conceptPlaces[terms.length + i].length : placesOf[terms.length + i]]),
  shards: shards.map(s => s.first),
})
const whole = made(false), lean = JSON.stringify(whole).length > WHOLE
const core = lean ? made(true) : whole
const build = createHash("sha256").update(JSON.stringify([core, shards, pages, terms])).digest("hex").slice(0, 12)
fs.rmSync(target, { recursive: true, force: true })
fs.mkdirSync(target, { recursive: true })
const write = (name, data) => fs.writeFileSync(path.join(target, name), JSON.stringify({ build, ...data }))
write("core.json", core)
shards.forEach((s, i) => write(`words-${i}.json`, { words: s.words }))
pages.forEach((page, i) => {
  const { heads, asked } = parts[i], texts = page.docs.map(d => d.text)
  if (lean) write(`head-${i}.json`, { url: page.url, title: page.title, heads, asked })
  write(`page-${i}.json`, lean ? { texts } : { asked, texts })
})
for (let n = 0; lean && n * PLACED < placesOf.length; n++) write(`places-${n}.json`, { places: placesOf.slice(n * PLACED, (n + 1) * PLACED) })
for (let n = 0; n * PER_FILE < terms.length; n++) {
  write(`terms-${n}.json`, { terms: Object.fromEntries(terms.slice(n * PER_FILE, (n + 1) * PER_FILE).map(t => [t.id, [t.title, t.gloss, t.definition]])) })
}
