// What is shown for a query: the definition, the results, what was corrected, and how the words may go on. Plain data for any page.

import { fold, words } from "./text.js"

const MOST = 40
const TITLE = 0.7
const MORE = 3 // further headings of a page
const BESIDE = 2 // questions or labs of a page
const GUESSED = new Set(["near", "layout", "initials", "sounds"])

/**
 * @param {{kind?: string, chapter?: string}} filter
 * @returns {{query, build, results, definition, corrected, marks, suggestions, kinds, chapters}}
 */
export function shown(index, { reading, pages }, filter = {}) {
  const all = [...results(index, pages), ...terms(index, reading)]
  const filtered = Boolean(filter.kind || filter.chapter)
  const fits = (r, but) => (but === "kind" || !filter.kind || r.kind === filter.kind) && (but === "chapter" || !filter.chapter || r.chapter === filter.chapter)
  return {
    query: reading.query,
    results: all.filter(r => fits(r) && (filtered ? !r.beside : true) && (filter.kind ? true : !apart(r))).slice(0, MOST).map(r => r.made()),
    definition: filter.kind && filter.kind !== "term" ? null : definition(index, reading, pages),
    corrected: corrected(reading),
    marks: marks(index, reading),
    suggestions: suggestions(index, reading),
    kinds: count(all.filter(r => !r.beside && fits(r, "kind")), r => r.kind),
    chapters: count(all.filter(r => !r.beside && fits(r, "chapter") && !apart(r)), r => r.chapter),
  }
}

/** Kinds that stand beside the pages they are on: shown when asked for. */
const apart = r => r.kind === "term" || r.kind === "question" || r.kind === "lab"

const count = (list, of) => Object.fromEntries([...list.reduce((m, r) => of(r) ? m.set(of(r), (m.get(of(r)) ?? 0) + 1) : m, new Map())].sort())

const at = d => ({ id: d.id, heading: d.nth ? d.heading : "", nth: d.nth })

/** What there is, by kind and chapter; `made()` says all of one, for few of them are shown. */
function results(index, pages) {
  const found = [], aside = []
  for (const { page: n, docs, score, beside } of pages) {
    const page = index.pages[n]
    if (!page.url) continue // not looked at
    const chapter = page.section.split(".")[0] || ""
    const base = { url: page.url, page: n, title: page.title, section: page.section, kind: page.kind, chapter, score, ...beside && { beside } }
    const one = (kind, entry) => ({ kind, chapter, beside, made: () => ({ ...base, kind, ...entry() }) })
    found.push(one(page.kind, () => {
      const places = headed(docs.filter(d => !index.docs[d.doc].question), index)
      return { ...at(places[0] ?? { id: "", nth: 0 }), more: places.slice(1, 1 + MORE).filter(d => d.nth).map(at) }
    }))
    const some = (kind, is) => {
      let left = BESIDE
      for (const { doc } of docs) if (left && is(index.docs[doc])) { left--; aside.push(one(kind, () => ({ ...at(index.docs[doc]), more: [] }))) }
    }
    some("question", d => d.question)
    some("lab", d => d.lab)
  }
  return [...found, ...aside]
}

/** The places of a page, a heading before the page's own title where it says about as much. */
function headed(docs, index) {
  const worth = d => d.score * (index.docs[d.doc].nth ? 1 : TITLE)
  return [...docs].sort((a, b) => worth(b) - worth(a) || a.doc - b.doc).map(d => index.docs[d.doc])
}

/** Terms that the query may mean. */
function terms(index, reading) {
  const ids = new Set(reading.segments.flatMap(s => (s.parts ? s.parts.flatMap(p => p.found) : s.found).slice(0, 12).map(f => f.id)))
  return [...ids].map(id => index.meanings[id]).filter(m => m.kind === "term").slice(0, 12).map(m => {
    const entry = { kind: "term", url: `glossary/`, id: m.id, title: m.title, heading: m.title, section: "", chapter: index.pages[m.home]?.section.split(".")[0] ?? "", more: [], nth: 0 }
    return { ...entry, made: () => entry }
  })
}

/** The term that the whole query is, with the page that explains it. */
function definition(index, reading, pages) {
  if (!pages.length || reading.segments.length !== 1 || !["exact", "ending", "near", "sounds", "initials", "prefix"].includes(reading.segments[0].how)) return null
  const [segment] = reading.segments
  const term = segment.found.map(f => index.meanings[f.id]).find(m => m.kind === "term")
  if (!term || segment.found.length && index.meanings[segment.found[0].id].kind === "product") return null
  const home = index.pages[term.home]
  return { id: term.id, title: term.title, nth: term.nth, home: home && { url: home.url, title: home.title, section: home.section }, wrong: wrong(term, segment) }
}

/** The wrong form that was typed, if it is one. */
function wrong(term, segment) {
  if (!term.wrong || (segment.how !== "exact" && segment.how !== "ending")) return ""
  const typed = fold(segment.found[0].text)
  return term.forms.slice(-term.wrong).find(f => fold(f) === typed) ?? ""
}

/** What was looked for in place of what was typed, or ''. */
function corrected(reading) {
  if (!reading.segments.length || !(reading.layout || reading.segments.some(s => GUESSED.has(s.how)))) return ""
  return reading.segments.map(s => GUESSED.has(s.how) ? s.found[0].text : s.text).join(" ")
}

/** The written forms to mark: all that the meanings found are called. */
function marks(index, reading) {
  const found = new Set()
  for (const s of reading.segments) {
    for (const part of s.parts ?? [s]) {
      for (const f of (part.found ?? []).slice(0, s.how === "prefix" || s.how === "initials" ? 3 : 1)) {
        const meaning = index.meanings[f.id]
        for (const form of meaning.kind === "heading" ? words(meaning.title).map(w => w.text) : meaning.forms) found.add(form)
      }
      const word = part.word ?? ""
      if (word) found.add(word.endsWith("~") ? s.text.slice(0, 2) : word)
      if (s.how === "exact" || s.how === "word") found.add(s.text)
    }
  }
  return [...found].filter(f => f.length > 1).slice(0, 24)
}

function suggestions(index, reading) {
  const last = reading.tokens.at(-1)
  if (!last || reading.layout) return []
  const before = reading.query.slice(0, last.start)
  const whole = index.lexicon.prefix(fold(reading.query)).map(f => f.text)
  const one = reading.tokens.length > 1 ? index.lexicon.prefix(fold(last.text)).map(f => before + f.text) : []
  const typed = fold(reading.query)
  return [...new Map([...whole, ...one].filter(t => fold(t) !== typed && t.length < 40).map(t => [fold(t), t])).values()].slice(0, 6)
}
