// The index of a site as it is asked: what forms mean, where meanings and words stand.

import { decode } from "./postings.js"
import { Lexicon } from "./lexicon.js"
import { empty, fold, root, slug, stem, words } from "./text.js"

const PLACED = 16 // meanings in a file of places (publish/search_pack.mjs)

const BEYOND = 0.5 // how much less a term is meant, for each level it is above the basic ones, when what is typed may be several

const lines = text => text ? text.split("\n") : []
const entry = ([id, heading, lab]) => ({ id, heading, lab: Boolean(lab) })

/** A meaning whose places are read when they are first asked for: most never are. */
class Placed {
  #coded
  #places

  constructor(fields, coded, instead) {
    Object.assign(this, fields)
    this.#coded = coded
    this.count = coded.replace(/\D/g, "").length * 2 || instead.length
    this.#places = this.count === instead.length && !coded ? instead : null
  }

  get places() { return this.#places ??= decode(this.#coded) }
}

/** A file of another build than the one before: the site has changed while it was open. */
export class Stale extends Error {}

export class Index {
  /** @param core the core file  @param load reads another file: name -> Promise of its data */
  constructor(core, load = () => Promise.reject(new Error("no loader"))) {
    if (!Array.isArray(core?.pages) || typeof core.terms?.forms !== "string" || !Array.isArray(core.heads) || !Array.isArray(core.asked)) throw new TypeError("index")
    this.build = core.build
    this.lean = typeof core.heads[0] === "number"
    this.pages = core.pages.map(([url, title, section, kind], i) => ({ url, title, section, kind, first: 0, i }))
    this.docs = []
    this.pages.forEach((page, i) => {
      page.first = this.docs.length
      this.docs.push({ page: i, id: "", heading: page.title, nth: 0 })
      const heads = this.lean ? Array(core.heads[i]).fill("|") : lines(core.heads[i])
      heads.forEach((head, n) => this.docs.push({ page: i, nth: n + 1, ...entry(head.split("|")) }))
      for (let n = 0; n < core.asked[i]; n++) this.docs.push({ page: i, id: "", heading: "", question: true, nth: this.docs.length - page.first })
      page.last = this.docs.length
    })
    this.meanings = []
    this.shards = core.shards
    this.#load = load
    const named = this.#named(core)
    this.lexicon = new Lexicon([...named, ...this.#headed(new Set(named.map(f => fold(f.text))))])
  }

  #load
  #loaded = new Set()
  #files = new Map()
  #words = new Map()
  #heads = new Map()

  #named(core) {
    const forms = []
    // A term that no text names stands where it is taught. On a large site the places come later, and the core says how many there are.
    const add = (fields, texts, places) => {
      const id = this.meanings.length, later = typeof places === "number"
      const instead = fields.kind === "term" && fields.home >= 0 ? [this.pages[fields.home].first, 3] : []
      const meaning = later ? { ...fields, places: [], count: 2 * places, file: Math.floor(id / PLACED), row: id % PLACED, instead } : new Placed(fields, places, instead)
      this.meanings.push(meaning)
      const weight = 2 + Math.log2(1 + meaning.count) - BEYOND * (fields.level ?? 0)
      texts.forEach((text, n) => {
        forms.push({ text, id, weight: weight - n / 20 })
        const short = text.replace(/\s*\([^)]*\)/g, "")
        if (short && short !== text) forms.push({ text: short, id, weight: weight - n / 20 })
      })
    }
    const { ids, wrong, levels, homes, places: all } = core.terms, rows = typeof all === "string" ? all.split("|") : all
    lines(core.terms.forms).forEach((line, nth) => {
      const texts = line.split("|"), id = ids[nth], home = homes[nth]
      add({ kind: "term", id: typeof id === "number" ? slug(texts[id]) : id, level: +levels[nth] || 0, nth, title: texts[0], wrong: +wrong[nth], forms: texts, home }, texts, rows[nth])
    })
    for (const [page, texts, places] of core.products) add({ kind: "product", page, title: texts[0], forms: texts, home: page }, texts, places)
    return forms
  }

  /** Titles and headings are forms of what they head; their words are forms too, so that errors in them are seen. */
  * #headed(named) {
    const known = new Map(), single = new Map()
    this.docs.forEach((doc, n) => {
      const page = this.pages[doc.page]
      if (!doc.heading || doc.question) return
      const found = words(doc.heading).filter(w => !empty(w.text))
      for (const w of found) {
        const key = stem(w.text), list = this.#heads.get(key) ?? this.#heads.set(key, []).get(key)
        if (list.at(-2) !== n) list.push(n, 6)
        if (page.kind !== "product" && w.text.length > 1 && !root(w.text)) single.set(key, (single.get(key) ?? 0) + 1)
      }
      if (page.kind === "product" || page.kind === "page" || found.length < 2) return
      const places = known.get(doc.heading) ?? known.set(doc.heading, []).get(doc.heading)
      places.push(n, doc.nth ? 9 : 8)
    })
    for (const [text, places] of known) {
      if (places.length > 8) continue // A heading that many pages share names nothing: 흔한 오해.
      const id = this.meanings.push({ kind: "heading", title: text, forms: [text], home: -1, places }) - 1
      yield { text, id, weight: 1 }
      const short = text.replace(/\s*\([^)]*\)/g, "")
      if (short && short !== text) yield { text: short, id, weight: 1 }
    }
    for (const [word, count] of single) {
      if (named.has(word)) continue
      const id = this.meanings.push({ kind: "word", title: word, forms: [word], home: -1, places: [], word }) - 1
      yield { text: word, id, weight: 0.5 + Math.log2(1 + count) / 4 }
    }
  }

  has(word) { return this.#words.has(word) || this.#heads.has(word) }

  /** Where a word stands: in texts as far as they are loaded, else in headings. */
  places(word) {
    const known = this.#words.get(word)
    return typeof known === "string" ? this.#words.set(word, decode(known)).get(word) : known ?? this.#heads.get(word) ?? []
  }

  #shardOf(word) {
    let at = -1
    for (let step = 1 << 12; step; step >>= 1) if (at + step < this.shards.length && this.shards[at + step] <= word) at += step
    return at
  }

  /** The files that hold these words and are not here yet. */
  missing(list) {
    const wanted = new Set(list.map(w => root(w) || stem(w)).map(w => this.#shardOf(w)))
    return [...wanted].filter(n => n >= 0 && !this.#loaded.has(n))
  }

  /** Another file of this build. */
  file(name) {
    if (!this.#files.has(name)) {
      const got = this.#load(name).then(data => { if (data.build !== this.build) throw new Stale(); return data })
      this.#files.set(name, got)
      got.catch(() => this.#files.delete(name))
    }
    return this.#files.get(name)
  }

  /** Reads where the meanings found stand, if that comes in files of its own. */
  async place(ids) {
    const waiting = ids.map(id => this.meanings[id]).filter(m => m.file !== undefined)
    await Promise.all(waiting.map(async m => {
      const { places } = await this.file(`places-${m.file}.json`)
      m.places = places[m.row] ? decode(places[m.row]) : m.instead
      delete m.file
    }))
  }

  /** Reads what the core does not say of pages: names of questions, on a large site everything. */
  open(numbers) {
    return Promise.all(numbers.map(async number => {
      const { url, title, heads, asked } = await this.file(`${this.lean ? "head" : "page"}-${number}.json`), page = this.pages[number]
      if (url !== undefined && !page.url) {
        Object.assign(page, { url, title })
        this.docs[page.first].heading = title
        heads.forEach((head, n) => Object.assign(this.docs[page.first + 1 + n], entry(head)))
      }
      asked.forEach((id, n) => { this.docs[page.last - asked.length + n].id = id })
    }))
  }

  async fetch(numbers) {
    await Promise.all(numbers.map(async n => {
      const data = await this.file(`words-${n}.json`)
      if (this.#loaded.has(n)) return
      this.#loaded.add(n)
      for (const word in data.words) this.#words.set(word, data.words[word])
    }))
  }
}
