// Which of the names on a page fit what is typed so far, for lists that narrow. Read as the search reads: the same forms, particles,
// first consonants, half syllables, errors, sounds and keyboard layouts.

import { consonant, initials, keystrokes } from "./hangul.js"
import { Lexicon } from "./lexicon.js"
import { Reader } from "./query.js"
import { fold } from "./text.js"

/** How well a name fits: 0 not at all, then inside, at the beginning, whole. */
export function fit(query, name) {
  const text = fold(name)
  if (!query || !text) return 0
  if (text === query) return 3
  if ([...query].every(consonant)) return beginning(initials(text), initials(query))
  const typed = keystrokes(query)
  if (keystrokes(text).startsWith(typed)) return 2
  for (let at = 1; at < text.length; at++) if (keystrokes(text.slice(at)).startsWith(typed)) return 1
  return 0
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
    return found
  }
}
