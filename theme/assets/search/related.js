// Which sections are about the same as a section: those that name the same things, rare ones before common ones.

/** A list of names for every section, as numbers: how much it says of each, against what others say of it. */
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
  constructor(index) {
    this.of = profiles(index)
  }

  /** How alike two sections are, 0 to 1. */
  alike(a, b) {
    let sum = 0
    for (const [id, x] of this.of[a]) sum += x * (this.of[b].get(id) ?? 0)
    return sum
  }
}
