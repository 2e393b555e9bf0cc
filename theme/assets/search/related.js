// Which sections are about the same as those found: they name the same things, rare ones before common ones. Among the results the
// likest to the first come earlier; where few are found, some that do not say the words follow, as what to read beside.

const TOPS = 3 // the results that say what the answer is about
const ALIKE = 1 // how much it counts to be like them, against the first's own score
const BESIDE = 5
const ENOUGH = 10
const LEAST = 0.03

/** What every section names, as numbers: how much it says of each, against what others say of it. */
function profiles(index) {
  const of = index.pages.map(() => new Map())
  index.meanings.forEach(({ kind, places, home }, id) => {
    if (kind !== "term") return
    const seen = new Map()
    for (let i = 0; i < places.length; i += 2) {
      const { page } = index.docs[places[i]]
      if (index.pages[page].kind === "section") seen.set(page, (seen.get(page) ?? 0) + places[i + 1])
    }
    if (home >= 0) seen.set(home, (seen.get(home) ?? 0) + 10)
    const rare = Math.log(1 + index.pages.length / 5 / seen.size)
    for (const [page, weight] of seen) of[page].set(id, Math.log2(1 + weight) * rare)
  })
  for (const profile of of) {
    const long = Math.sqrt([...profile.values()].reduce((sum, x) => sum + x * x, 0))
    for (const [id, x] of profile) profile.set(id, x / long)
  }
  return of
}

export class Related {
  #profiles

  constructor(index) { this.index = index }

  /** Builds what the first answer needs, before it is asked for. On a large site places are not here, so nothing is known to be alike. */
  warm() { return this.#profiles ??= this.index.lean ? [] : profiles(this.index) }

  /** How alike two sections are, 0 to 1. */
  alike(a, b) {
    let sum = 0
    for (const [id, x] of this.#profiles[a]) sum += x * (this.#profiles[b].get(id) ?? 0)
    return sum
  }

  /** Pages found, the best first, put in order by what the best are about; then sections that are like these. */
  order(found) {
    if (!found.length || !this.warm().length) return found
    const tops = found.slice(0, TOPS), top = found[0].score, sum = tops.reduce((x, f) => x + f.score, 0)
    const like = page => tops.reduce((x, f) => x + f.score / sum * this.alike(f.page, page), 0)
    for (const f of found.slice(1)) f.score = Math.min(f.score + ALIKE * top * like(f.page), top * 0.999)
    found.sort((a, b) => b.score - a.score || a.page - b.page)
    const { pages } = this.index, have = new Set(found.map(f => f.page)), said = found.filter(f => pages[f.page].kind === "section").length
    if (said >= ENOUGH) return found
    const others = pages.flatMap(({ kind, i, first }) => kind === "section" && !have.has(i) ? [{ page: i, like: like(i), score: 0, docs: [{ doc: first, score: 0 }], beside: true }] : [])
    const best = others.filter(o => o.like > LEAST).sort((a, b) => b.like - a.like || a.page - b.page).slice(0, Math.min(BESIDE, ENOUGH - said))
    const at = found.findIndex(f => pages[f.page].kind === "page") // lists of a chapter and the like come last
    return at < 0 ? [...found, ...best] : [...found.slice(0, at), ...best, ...found.slice(at)]
  }
}
