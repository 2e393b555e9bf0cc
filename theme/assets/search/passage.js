// The piece of a text that shows why it was found, with the words that were found marked.

const LONG = 150

const literal = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** Matches any of the written forms, with or without spaces and hyphens between their words; Latin forms as whole words. */
export function pattern(forms) {
  const made = [...forms].sort((a, b) => b.length - a.length).map(form => {
    const parts = form.trim().split(/[\s-]+/).map(literal).join("[\\s-]?")
    return /^[\x21-\x7e\s]+$/.test(form) ? `(?<![A-Za-z0-9])${parts}(?![a-z0-9]{2})` : parts
  }).filter(Boolean)
  return made.length ? new RegExp(made.join("|"), "giu") : null
}

/** Parts of a passage, every second one marked: [plain, marked, plain, …]. */
export function passage(text, forms) {
  const wanted = pattern(forms)
  const hits = wanted ? [...text.matchAll(wanted)].slice(0, 200) : []
  const start = begin(text, hits)
  const end = text.length - start <= LONG + 20 ? text.length : cut(text, start + LONG)
  const parts = []
  let done = start
  for (const hit of hits) {
    if (hit.index < done || hit.index + hit[0].length > end) continue
    parts.push(text.slice(done, hit.index), hit[0])
    done = hit.index + hit[0].length
  }
  parts.push(text.slice(done, end))
  if (start) parts[0] = `… ${parts[0]}`
  if (end < text.length) parts[parts.length - 1] += " …"
  return parts
}

/** Where to begin: at the sentence of the window that holds most different words. */
function begin(text, hits) {
  if (!hits.length || hits[0].index < LONG / 2) return 0
  let best = 0, most = 0
  hits.forEach((hit, i) => {
    const seen = new Set()
    for (let j = i; j < hits.length && hits[j].index < hit.index + LONG - 30; j++) seen.add(hits[j][0].toLowerCase())
    if (seen.size > most) { most = seen.size; best = hit.index }
  })
  const sentence = Math.max(text.lastIndexOf(". ", best), text.lastIndexOf("? ", best)) + 2
  return best - sentence < LONG / 2 ? Math.max(0, sentence) : cut(text, best - 40) + 1
}

const cut = (text, at) => { const space = text.lastIndexOf(" ", at); return space > at - 30 && space > 0 ? space : Math.max(0, at) }
