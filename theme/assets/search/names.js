// Which of the names on a page fit what is typed so far, for lists that narrow. Read as the search reads: the same forms, particles,
// first consonants, half syllables, errors, sounds and keyboard layouts.

import { consonant, initials, keystrokes } from "./hangul.js"
import { Lexicon } from "./lexicon.js"
import { Reader } from "./query.js"
import { fold } from "./text.js"

const BURIED = 0.5
// Where a word begins inside a name: any Hangul, for its words are written together; NV|Link, Blue|Field, H|100.
const START = /[가-힣ㄱ-ㅣ]|(?<![A-Za-z])[A-Za-z]|[A-Z](?=[a-z])|(?<=[a-z])[A-Z]|(?<!\d)\d/g

/** How well a name fits: 0 not at all, then inside a word, where a word begins, at the beginning, whole. */
export function fit(query, name) {
  const text = fold(name)
  if (!query || !text) return 0
  if (text === query) return 3
  if ([...query].every(consonant)) return beginning(initials(text), initials(query))
  const typed = keystrokes(query)
  if (keystrokes(text).startsWith(typed)) return 2
  const inside = []
  for (let at = 1; at < text.length; at++) if (keystrokes(text.slice(at)).startsWith(typed)) inside.push(at)
  return !inside.length ? 0 : inside.some(begins(name)) ? 1 : BURIED
}

/** Whether a word begins at a place of the folded name. */
function begins(name) {
  const starts = new Set([...name.matchAll(START)].map(match => fold(name.slice(0, match.index)).length))
  return at => starts.has(at)
}

const beginning = (text, query) => text.startsWith(query) ? 2 : text.includes(query) ? 1 : 0

export class Names {
  /** @param {{names: string[]}[]} entries */
  constructor(entries) {
    this.entries = entries
    const forms = entries.flatMap(({ names }, id) => names.map((text, nth) => ({ text, id, weight: 1 - nth / 20 })))
    this.reader = new Reader(new Lexicon(forms), { has: () => false, meanings: entries.map(() => ({ kind: "term" })) })
  }

  /**
   * The entries that fit, with how well.
   * @returns {{found: Map<object, number>, read: string}} `read` is the query as it was understood, where that is not what was typed
   */
  find(query) {
    const plain = this.#fitting(fold(query))
    if (plain.size) return { found: plain, read: "" }
    const { segments, layout } = this.reader.read(query)
    if (!segments.length) return { found: new Map(), read: "" }
    if (layout) {
      const read = segments.map(s => s.text).join(" "), found = this.#fitting(fold(read))
      if (found.size) return { found, read }
    }
    const all = segments.map(s => s.parts ? s.parts.flatMap(p => p.found) : s.found)
    const read = segments.map((s, n) => all[n][0]?.text ?? s.text).join(" ")
    return { found: new Map(all.flat().map(f => [this.entries[f.id], f.conf])), read }
  }

  #fitting(query) {
    const found = new Map()
    for (const entry of this.entries) {
      const best = Math.max(0, ...entry.names.map(name => fit(query, name)))
      if (best) found.set(entry, best)
    }
    // "roce" is in "processing": that counts only where no name has it as a word.
    if ([...found.values()].some(best => best > BURIED)) for (const [entry, best] of found) if (best === BURIED) found.delete(entry)
    return found
  }
}
