// A question and its answer, without any page: used by the worker and by the tests.

import { Reader } from "./query.js"
import { rank } from "./rank.js"

const ENOUGH = 0.66

export class Engine {
  constructor(index) {
    this.index = index
    this.reader = new Reader(index.lexicon, index)
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
    const pages = reading.explained >= ENOUGH ? rank(this.index, reading) : []
    return { reading, pages }
  }
}
