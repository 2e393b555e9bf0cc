// Which sections are about the same as those found: they name the same things, rare ones before common ones. Among the results the
// likest to the first come earlier; where few are found, some that do not say the words follow, as what to read beside.

const TOPS = 3 // the results that say what the answer is about
const ALIKE = 1.5 // how much it counts to be like them, against the first's own score
const CLOSE = 5
const TIE = 0.1 // how much of its score the first of those next to each other may owe to being like the others
const BESIDE = 5
const ENOUGH = 10
const LEAST = 0.03

/** What every section names, as numbers: how much it says of each, against what others say of it. Sections as [ids, weights]. */
function profiles(index) {
  const of = index.pages.map(() => [[], []])
  index.meanings.forEach(({ kind, places, home }, id) => {
    if (kind !== "term") return
    const seen = new Map()
    for (let i = 0; i < places.length; i += 2) {
      const { page } = index.docs[places[i]]
      if (index.pages[page].kind === "section") seen.set(page, (seen.get(page) ?? 0) + places[i + 1])
    }
    if (home >= 0) seen.set(home, (seen.get(home) ?? 0) + 10)
    const rare = Math.log(1 + index.pages.length / 5 / seen.size)
    for (const [page, weight] of seen) {
      of[page][0].push(id)
      of[page][1].push(Math.log2(1 + weight) * rare)
    }
  })
  for (const profile of of) {
    const long = Math.sqrt(profile[1].reduce((sum, x) => sum + x * x, 0))
    profile[1] = profile[1].map(x => x / long)
  }
  return of
}

export class Related {
  #profiles

  constructor(index) { this.index = index }

  /** Builds what the first answer needs, before it is asked for. On a large site places are not here, so nothing is known to be alike. */
  warm() { return this.#profiles ??= this.index.lean ? [] : profiles(this.index) }

  /** How like each page is to these together, 0 to 1. */
  #likeness(tops) {
    const subject = new Float64Array(this.index.meanings.length), sum = tops.reduce((x, f) => x + f.score, 0)
    for (const { page, score } of tops) {
      const [ids, weights] = this.#profiles[page]
      for (let i = 0; i < ids.length; i++) subject[ids[i]] += weights[i] * score / sum
    }
    return page => {
      const [ids, weights] = this.#profiles[page]
      let like = 0
      for (let i = 0; i < ids.length; i++) like += weights[i] * subject[ids[i]]
      return like
    }
  }

  /** The first few again, near ties told apart by how like each is to the others of them. */
  #settled(found) {
    const first = found.slice(0, CLOSE), like = this.#likeness(first), sum = first.reduce((x, f) => x + f.score, 0)
    const others = f => first.length > 1 ? Math.max(0, like(f.page) * sum - f.score) / (sum - f.score) : 0
    const worth = new Map(first.map(f => [f, f.score * (1 + TIE * others(f))]))
    return [...first.sort((a, b) => worth.get(b) - worth.get(a) || a.page - b.page), ...found.slice(CLOSE)]
  }

  /** Pages found, the best first, put in order by what the best are about; then sections that are like these. */
  order(ranked) {
    if (!ranked.length || !this.warm().length) return ranked
    const found = this.#settled(ranked), [best] = found, like = this.#likeness(found.slice(0, TOPS))
    const worth = new Map(found.map(f => [f, f === best ? Infinity : f.score + ALIKE * best.score * like(f.page)]))
    found.sort((a, b) => worth.get(b) - worth.get(a) || a.page - b.page)
    const { pages } = this.index, have = new Set(found.map(f => f.page)), said = found.filter(f => pages[f.page].kind === "section").length
    if (said >= ENOUGH) return found
    const others = pages.flatMap(({ kind, i, first }) => kind === "section" && !have.has(i) ? [{ page: i, like: like(i), score: 0, docs: [{ doc: first, score: 0 }], beside: true }] : [])
    const after = others.filter(o => o.like > LEAST).sort((a, b) => b.like - a.like || a.page - b.page).slice(0, Math.min(BESIDE, ENOUGH - said))
    const at = found.findIndex(f => pages[f.page].kind === "page") // lists of a chapter and the like come last
    return at < 0 ? [...found, ...after] : [...found.slice(0, at), ...after, ...found.slice(at)]
  }
}
