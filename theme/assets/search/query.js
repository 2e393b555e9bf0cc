// What a query may mean: its words covered by known forms, each stretch read in the best way there is.

import { asEnglish, asKorean, consonant, initials } from "./hangul.js"
import { kinOf } from "./kin.js"
import { clean, empty, ending, fold, LONGEST, root, stem, stems, words } from "./text.js"

const SPAN = 6
const SUFFIX = /[층망법형값식률율력량기링]$/ // makes another noun of a noun: 컨볼루션층, 백필링
const MOST = 24 // words of a query that are read
// How far a way of reading is trusted.
const TRUST = { exact: 1, ending: 0.97, parts: 0.9, word: 0.8, prefix: 0.88, initials: 0.85, near: 0.9, layout: 0.92, sounds: 0.7, inflected: 0.9, root: 0.45, kin: 0.4, syllable: 0.5, names: 0.9, tail: 1 }

/** @typedef {{from: number, to: number, text: string, how: string, conf: number, found: {id: number, conf: number, text: string}[], word?: string}} Segment */

export class Reader {
  /** @param lexicon forms  @param vocabulary words of texts: has(stem) */
  constructor(lexicon, vocabulary) {
    this.lexicon = lexicon
    this.vocabulary = vocabulary
  }

  /** The best reading of a query: segments, and the share of it that they explain. */
  read(query) {
    const raw = clean(query).slice(0, LONGEST).trim()
    let best = this.#cover(raw, "")
    const other = best.sure ? null : this.#otherLayout(raw)
    if (other) {
      const read = this.#cover(other, "layout")
      if (read.score * TRUST.layout > best.score * 1.05) best = { ...read, layout: true }
    }
    return { ...best, query: raw }
  }

  /** What texts must be asked for: words that no name explains, and what may be left of a compound. */
  wanted({ tokens, segments }) {
    const named = tokens.map((_, i) => segments.some(s => s.from <= i && i < s.to && s.conf > 0.95))
    const open = tokens.filter((t, i) => !named[i] && !empty(t.text)).slice(0, 16).map(t => t.text)
    const rests = open.filter(w => /^[가-힣]{4,16}$/.test(w)).flatMap(w =>
      [...w].map((_, cut) => cut).filter(cut => cut > 1 && cut < w.length - 1 && this.#known(w.slice(0, cut))).map(cut => w.slice(cut)))
    // Words that say the same are asked for only once a word is known to stand nowhere.
    const key = w => root(w) || stem(w), nowhere = open.filter(w => !this.vocabulary.has(key(w)) && !this.vocabulary.missing([w]).length)
    return [...open, ...nowhere.flatMap(w => kinOf(key(w))), ...rests]
  }

  #known(text) { return text.length >= 2 && (this.lexicon.has(text) || this.vocabulary.has(text)) }

  #otherLayout(raw) {
    if (/^[A-Za-z\s]+$/.test(raw)) {
      const korean = asKorean(raw)
      return /^[가-힣\s]+[ㄱ-ㅎ]?$/.test(korean) && /[가-힣]/.test(korean) ? korean : null
    }
    return /[가-힣ㄱ-ㅣ]/.test(raw) && !/[A-Za-z]/.test(raw) ? asEnglish(raw) : null
  }

  #cover(raw, via) {
    const all = words(raw)
    // Particles behind Latin and counters behind numbers say nothing by themselves: GPU는, 8개, 한 장에.
    const tokens = all.filter((w, i) => !(i && counter(all[i - 1].text, w.text)) && !(i && w.glued && /[가-힣]/.test(w.text[0]) && !/[가-힣]/.test(all[i - 1].text.at(-1)) && (ending(w.text) || counts(all[i - 1].text, w.text)))).slice(0, MOST)
    const n = tokens.length
    const best = [{ score: 0, segments: [] }]
    const sure = this.#cheap(tokens)
    for (let to = 1; to <= n; to++) {
      const gap = best[to - 1]
      best[to] = { score: gap.score, segments: gap.segments }
      for (let from = Math.max(0, to - SPAN); from < to; from++) {
        const segment = sure.get(from * 1000 + to) ?? this.#dear(tokens, from, to, sure, via)
        if (!segment) continue
        const score = best[from].score + segment.size * segment.conf - 0.25
        if (score > best[to].score) best[to] = { score, segments: [...best[from].segments, segment] }
      }
    }
    const { score, segments } = best[n]
    if (n === 1 && segments[0]?.how === "word") this.#begins(segments[0])
    // What is done is told by many verbs; what it is done to must be known.
    const size = t => empty(t.text) ? 0 : fold(t.text).length * (root(t.text) ? 0.4 : 1)
    const total = tokens.reduce((sum, t) => sum + size(t), 0)
    // A short word with an error may be any other word, unless nothing else is asked for.
    const unsure = s => n > s.to - s.from && s.size < 4 && (s.how === "near" || s.how === "sounds")
    const done = segments.reduce((sum, s) => sum + tokens.slice(s.from, s.to).reduce((x, t) => x + size(t), 0) * (unsure(s) ? 0.5 : Math.min(1, s.conf / 0.8)), 0)
    const covered = segments.reduce((sum, s) => sum + (s.conf > 0.95 ? s.to - s.from : 0), 0)
    return { tokens, segments, score, via, explained: total ? done / total : segments.length ? 1 : 0, sure: covered === n }
  }

  /** Stretches that are forms as they stand, or with an ending. */
  #cheap(tokens) {
    const found = new Map()
    for (let from = 0; from < tokens.length; from++) {
      for (let to = from + 1; to <= Math.min(tokens.length, from + SPAN); to++) {
        const segment = this.#plain(tokens, from, to)
        if (segment) found.set(from * 1000 + to, segment)
      }
    }
    return found
  }

  #plain(tokens, from, to) {
    const head = tokens.slice(from, to - 1).map(t => fold(t.text)).join(""), last = tokens[to - 1].text
    if (to === from + 1 && empty(last)) return null
    const plain = this.#form(tokens, from, to, head, last)
    if (plain || !TRUST.names || to - from < 2) return plain
    // 여러 GPU for 멀티 GPU: an everyday word in the place of a name's first.
    const { text } = tokens[from], rest = tokens.slice(from + 1, to - 1).map(t => fold(t.text)).join("")
    for (const other of kinOf(root(text) || stem(text))) {
      const made = this.#form(tokens, from, to, fold(other) + rest, last)
      if (made && made.how !== "word") return { ...made, conf: made.conf * TRUST.names }
    }
    return null
  }

  #form(tokens, from, to, head, last) {
    for (const word of /[가-힣]/.test(last[0]) ? stems(last) : latin(last)) {
      const key = head + fold(word)
      if (!this.lexicon.has(key) || (word.length < last.length && key.length < 2)) continue
      const found = this.lexicon.exact(key)
      if (found.every(f => this.vocabulary.meanings[f.id].kind === "word")) return this.#segment(tokens, from, to, "word", found)
      return this.#segment(tokens, from, to, word === last ? "exact" : "ending", found)
    }
    return null
  }

  /** Stretches that need guessing; only where nothing plain stands. */
  #dear(tokens, from, to, sure, via) {
    for (let i = from; i < to; i++) if (to - from > 1 && empty(tokens[i].text)) return null
    if (to - from === 1 && empty(tokens[from].text)) return null
    if (to - from > 3 || sure.has(from * 1000 + to)) return null
    // Errors are looked for across words only in short queries, and only where not every word is known by itself.
    const known = i => sure.has(i * 1000 + i + 1) || this.#word(tokens, i)
    const covered = to - from > 1 && (tokens.length > 3 || [...Array(to - from).keys()].every(i => known(from + i)))
    const text = tokens.slice(from, to).map(t => t.text).join(" "), key = fold(text), last = to === tokens.length
    if ([...key].every(consonant)) return this.#initials(tokens, from, to, key)
    if (to - from === 1) {
      // A short word with a suffix is a word first: 갑자기 is no 갑자 and 기.
      const whole = tokens[from].text.length < 4 && this.#word(tokens, from)
      const found = whole || this.#parts(tokens, from) || this.#word(tokens, from)
      if (found) return found
      const tail = key.length > 2 ? this.lexicon.ending(key) : []
      if (tail.length) return this.#segment(tokens, from, to, "tail", tail)
    }
    if (last && key.length > 1) {
      const found = this.lexicon.prefix(key)
      if (found.length) return this.#segment(tokens, from, to, "prefix", found)
    }
    if (covered) return null
    for (const how of via ? ["near"] : to - from > 1 ? ["near", "inflected"] : ["near", "inflected", "sounds"]) {
      for (const k of new Set([key, fold(trimmed(text))])) {
        const found = this.#guess(how, k)
        if (found.length) return this.#segment(tokens, from, to, how, found)
      }
    }
    return null
  }

  /** What a form may be, remembered: a query is read again when words of it have come, and while it is typed. */
  #guess(how, key) {
    const name = `${how} ${key}`
    if (this.#guessed.size > 400) this.#guessed.clear()
    return this.#guessed.get(name) ?? this.#guessed.set(name, this.lexicon[how](key)).get(name)
  }

  #guessed = new Map()

  /** A whole query of one common word may be the end of a name (topology: network topology), or its beginning. */
  #begins(segment) {
    const key = fold(segment.text), names = [...this.lexicon.ending(key), ...this.lexicon.prefix(key)].filter(f => this.vocabulary.meanings[f.id].kind !== "word")
    segment.found = [...segment.found, ...names]
  }

  #initials(tokens, from, to, key) {
    const found = key.length >= 2 ? this.lexicon.initials(initials(key)) : []
    return found.length ? this.#segment(tokens, from, to, "initials", found) : null
  }

  /** A compound written together, each part known: 텐서코어성능. */
  #parts(tokens, at) {
    const word = tokens[at].text
    if (!/^[가-힣]{3,16}$/.test(word)) return null
    const split = (text, most) => {
      for (const whole of stems(text)) if (this.#known(whole)) return [whole]
      if (most > 1) for (let cut = text.length - 2; cut >= 2; cut--) {
        if (!this.#known(text.slice(0, cut))) continue
        const rest = split(text.slice(cut), most - 1)
        if (rest) return [text.slice(0, cut), ...rest]
      }
      return null
    }
    const parts = (word.length > 3 ? split(word, 3) : null) ?? (SUFFIX.test(word) && this.#known(word.slice(0, -1)) ? [word.slice(0, -1), word.at(-1)] : null)
    if (!parts || parts.length < 2) return null
    const segment = this.#segment(tokens, at, at + 1, "parts", [])
    segment.parts = parts.map(text => ({ text, found: this.lexicon.exact(text), word: this.vocabulary.has(text) ? text : "" }))
    return segment
  }

  #word(tokens, at) {
    if (root(tokens[at].text)) return this.#root(tokens, at)
    const { text } = tokens[at]
    return this.#said(tokens, at, stem(text), short(text) ? "syllable" : "word")
  }

  #root(tokens, at) { return this.#said(tokens, at, root(tokens[at].text), "root") }

  /** A word of texts; one that no text has stands for others that say about the same. */
  #said(tokens, at, word, how) {
    if (this.vocabulary.has(word)) return { ...this.#segment(tokens, at, at + 1, how, []), word }
    const kin = kinOf(word).filter(k => this.vocabulary.has(k))
    return kin.length ? { ...this.#segment(tokens, at, at + 1, "kin", []), word: "", kin } : null
  }

  #segment(tokens, from, to, how, found) {
    const text = tokens.slice(from, to).map(t => t.text).join(" ")
    return { from, to, text, how, size: fold(text).length, conf: TRUST[how] * (found[0]?.conf ?? 1), found }
  }
}

/** A noun of one syllable, which may be half of anything: 말을, 장. */
const short = word => /^[가-힣][은는이가을를의에도만로]?$/.test(word)

const NUMERALS = new Set("한 두 세 네 다섯 여섯 열 몇 여러 모든 각".split(" "))
const counter = (number, word) => NUMERALS.has(number) && /^(?:장|개|대|명|번|곳|칸|달|주|가지|사람)(?:[은는이가을를의에도만]|에서|으로|로|까지)?$/.test(word)

const counts = (number, word) => /\d$/.test(number) && /^(?:개|장|대|번|년|월|일|명|배|시간|분|초|단계|가지|쪽|층|살)/.test(word)

const latin = word => /[a-z]s$/i.test(word) && word.length > 3 ? [word, word.slice(0, -1)] : [word]

/** Without the longest ending that leaves two syllables. */
function trimmed(text) {
  for (let cut = 2; cut < text.length; cut++) if (/[가-힣]/.test(text[cut]) && ending(text.slice(cut))) return text.slice(0, cut)
  return text
}
