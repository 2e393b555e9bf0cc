// A question and its answer, without any page: used by the worker and by the tests.

import { shown } from "./answer.js"
import { Reader } from "./query.js"
import { rank } from "./rank.js"
import { Related } from "./related.js"

// How much of a query must be explained: less where it names something taught here, more where it has common words only.
const ENOUGH = { named: 0.5, guessed: 0.66, words: 0.74 }
const CERTAIN = new Set(["exact", "ending", "parts"])
const MEANT = 6 // meanings of a word whose places are read
const LOOKED_AT = 10
const BESIDE = new Set(["question", "lab", "term"])

export class Engine {
  constructor(index) {
    this.index = index
    this.reader = new Reader(index.lexicon, index)
    this.related = new Related(index)
  }

  /** Builds what the first queries need, before they come. */
  warm() {
    this.index.lexicon.warm()
    this.related.warm()
  }

  async answer(query) {
    let reading = this.reader.read(query)
    // Words of texts come from files of their own; a part of a compound may ask for one more.
    for (let round = 0; round < 3 && !reading.sure; round++) {
      const wanted = this.index.missing(this.reader.wanted(reading))
      if (!wanted.length) break
      await this.index.fetch(wanted)
      reading = this.reader.read(query)
    }
    await this.index.place(reading.segments.flatMap(s => (s.parts ? s.parts.flatMap(p => p.found) : s.found).slice(0, MEANT).map(f => f.id)))
    const pages = reading.explained >= ENOUGH[this.#known(reading)] ? this.related.order(rank(this.index, reading)) : []
    return { reading, pages }
  }

  /** What the best known of a query is. */
  #known({ segments }) {
    const names = segments.filter(s => (s.parts ?? [s]).some(p => p.found?.some(f => this.index.meanings[f.id].kind !== "word")))
    return names.some(s => CERTAIN.has(s.how)) ? "named" : names.length ? "guessed" : "words"
  }

  /** What is shown of an answer. Of pages that the core does not name, as many as one looks at. */
  async shown(answer, filter = {}) {
    const { index } = this, nameless = n => !index.pages[n].url, asked = filter.kind === "question"
    const fits = ({ page }) => (!filter.chapter || index.pages[page].section.split(".")[0] === filter.chapter) && (!filter.kind || BESIDE.has(filter.kind) || index.pages[page].kind === filter.kind)
    const wanted = answer.pages.filter(fits).slice(0, LOOKED_AT).map(p => p.page).filter(n => asked || nameless(n))
    const homes = answer.reading.segments.flatMap(s => s.found.slice(0, MEANT).map(f => index.meanings[f.id].home ?? -1)).filter(n => n >= 0 && nameless(n))
    await index.open([...new Set([...wanted, ...homes])])
    return shown(index, answer, filter)
  }
}
