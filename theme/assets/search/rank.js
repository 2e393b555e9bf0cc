// Which places answer a reading best: headings first within their pages, pages by their best heading and by what they are about.

import { kinOf } from "./kin.js"
import { fold, stem } from "./text.js"

export const ABOUT = { section: 1, page: 0.12, matrix: 0.4, product: 0.3 }
// How much it counts that a page is named so, says it in many places, is where a term is taught; and having all that is asked for.
const MANY = 4.5 // past this many places more of them say nothing new
export const WEIGHTS = { question: 0.2, named: 1.35, breadth: 0.8, home: 20, taught: 3.5, done: 0.5, spread: 0.9, many: 5, flat: 0.3, share: 0.28, together: 0.55, phrase: 1.3 }

/** Pages with their places, the best first. */
export function rank(index, reading) {
  const W = WEIGHTS
  const parts = pieces(index, reading)
  if (!parts.length) return []
  const docs = new Map(), total = index.docs.length
  parts.forEach((part, nth) => {
    const idf = Math.log(1 + total / (1 + part.reach))
    part.idf = idf
    for (const [doc, weight] of part.places) {
      let entry = docs.get(doc)
      if (!entry) docs.set(doc, entry = { doc, score: 0, hits: 0, parts: [] })
      // Where several things are asked for, having them all counts more than having one of them in a heading.
      entry.score += (parts.length > 1 ? weight ** W.flat * 2 : weight) * idf * part.conf
      entry.hits |= 1 << Math.min(nth, 30)
      entry.parts.push(nth)
    }
  })
  const pages = new Map(), phrase = wording(reading)
  for (const entry of docs.values()) {
    const at = index.docs[entry.doc]
    if (phrase && (at.key ||= fold(at.heading)).includes(phrase)) entry.score *= W.phrase
    if (at.question) entry.score *= W.question
    let page = pages.get(at.page)
    if (!page) pages.set(at.page, page = { page: at.page, docs: [], seen: 0 })
    page.docs.push(entry)
    page.seen |= entry.hits
  }
  const ideal = parts.reduce((sum, p) => sum + p.idf * p.conf, 0)
  // What is to be done with a thing is less to be found where the thing is taught.
  const found = [], done = reading.segments.some(s => s.how === "root" || kinOf(s.word || stem(s.text)).length > 0)
  for (const page of pages.values()) {
    const { kind, first } = index.pages[page.page]
    page.docs.sort((a, b) => b.score - a.score || a.doc - b.doc)
    const about = docs.get(first)?.score ?? 0, best = page.docs[0].doc === first ? page.docs[1]?.score ?? about * 0.5 : page.docs[0].score
    const breadth = page.docs.reduce((sum, d) => sum + d.score, 0)
    let share = 0
    parts.forEach((part, n) => { if (page.seen & 1 << Math.min(n, 30)) share += part.idf * part.conf })
    let together = 0
    parts.forEach((part, n) => { if (page.docs[0].hits & 1 << Math.min(n, 30)) together += part.idf * part.conf })
    let score = best + W.named * about
    if (parts.length === 1) score += W.breadth * ideal * Math.min(MANY, Math.log2(1 + breadth / ideal))
    else {
      const each = parts.map(() => 0)
      for (const d of page.docs) for (const n of d.parts) each[n] += (parts[n].places.get(d.doc)) ** W.flat
      parts.forEach((part, n) => { score += W.spread * part.idf * part.conf * Math.min(W.many, Math.log2(1 + each[n])) })
    }
    score += (parts.length > 1 ? W.taught * (done ? W.done : 1) : W.home) * homes(parts, page.page)
    score *= (1 - W.share + W.share * share / ideal) * (1 - W.together + W.together * together / ideal)
    score *= parts.some(p => p.own === page.page) ? 1.6 : ABOUT[kind] ?? 0.6
    found.push({ ...page, score })
  }
  return found.sort((a, b) => b.score - a.score || a.page - b.page)
}

const homes = (parts, page) => parts.reduce((sum, p) => sum + (p.homes.has(page) ? p.idf * p.conf * p.homes.get(page) : 0), 0)

/** What was asked as one phrase, when it is several things that a heading may say together: 메모리계층. */
function wording(reading) {
  const several = reading.segments.length > 1 || reading.segments[0]?.parts
  return several && reading.tokens.length <= 3 ? fold(reading.segments.map(s => s.parts?.map(p => p.text).join("") ?? s.word ?? s.text).join("")) : ""
}

/** What is looked for: every segment with its places, the best of what it may mean. */
function pieces(index, reading) {
  const out = []
  for (const segment of reading.segments) {
    if (segment.parts) {
      for (const part of segment.parts) out.push(piece(index, part.found, part.word, segment.conf))
    } else out.push(piece(index, segment.found, segment.word, segment.conf, segment.how, segment.kin))
  }
  return out.filter(p => p.places.size)
}

function piece(index, found, word, conf, how = "", kin = []) {
  const places = new Map(), homes = new Map()
  let own = -1
  const add = (list, share) => {
    for (let i = 0; i < list.length; i += 2) {
      const weight = list[i + 1] * share
      if (weight > (places.get(list[i]) ?? 0)) places.set(list[i], weight)
    }
  }
  found.forEach(({ id, conf: c }, nth) => {
    const meaning = index.meanings[id], share = (c / found[0].conf) * (how === "prefix" || how === "initials" ? 1 / (1 + nth * 0.8) : how === "word" ? 1 / (2 + nth) : 1)
    add(meaning.kind === "word" ? index.places(meaning.word) : meaning.places, share)
    if (meaning.home >= 0) homes.set(meaning.home, Math.max(homes.get(meaning.home) ?? 0, share))
    if (meaning.kind === "product" && nth === 0 && (how === "exact" || how === "ending")) own = meaning.page
  })
  if (word) add(index.places(word), found.length ? 0.5 : 1)
  for (const key of kin) add(index.places(key), 1)
  return { places, homes, own, conf, reach: places.size }
}
