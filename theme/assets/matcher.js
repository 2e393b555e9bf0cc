// Whether a name is what someone is typing: whole syllables or half ones, first consonants, English, and the keys of the other layout.

import { asEnglish, asKorean, consonant, initials, keystrokes } from "./search/hangul.js"

/** A text as it is compared: case, spaces and signs between words do not count. */
export const fold = text => text.normalize("NFC").toLowerCase().replace(/[\s\-_·.,/()]+/g, "")

/** How well a name fits what is typed: 0 not at all, then inside, at the beginning, whole. */
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

/** What the same keys would have written on the other layout, or "" where that is no word. */
export function otherLayout(query) {
  if (/^[a-z]+$/i.test(query)) {
    const korean = asKorean(query)
    return /[가-힣]/.test(korean) ? fold(korean) : ""
  }
  return /[가-힣ㄱ-ㅣ]/.test(query) ? asEnglish(query).replace(/[^a-z0-9]/g, "") : ""
}

/**
 * The names that fit, best first.
 * @param {{names: string[]}[]} entries
 * @returns {{found: Map<object, number>, read: string}} `read` is the query as it was understood, where that is not what was typed
 */
export function match(query, entries) {
  const said = fold(query)
  for (const read of [said, otherLayout(query.trim())]) {
    if (!read) continue
    const found = new Map()
    for (const entry of entries) {
      const best = Math.max(0, ...entry.names.map(name => fit(read, name)))
      if (best) found.set(entry, best)
    }
    if (found.size) return { found, read: read === said ? "" : read }
  }
  return { found: new Map(), read: "" }
}
