// The worker as the page sees it: one query on its way at a time, the newest of those that wait after it, answers never out of order.

export class Client {
  #worker
  #waiting = null
  #busy = false
  #number = 0
  #ready

  /** @param on {answer, definition, passage, failed}: called with data that belongs to the newest query */
  constructor(on) {
    this.on = on
  }

  /** The worker, started once; a start that failed may be tried again. */
  open() {
    return this.#ready ??= new Promise((done, failed) => {
      const worker = this.#worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" })
      worker.onmessage = ({ data }) => {
        if (data.type === 1) done(data.data)
        else if (data.type === 4 && data.number === undefined) this.#drop(failed, data.data)
        else this.#take(data)
      }
      worker.onerror = event => { event.preventDefault?.(); this.#drop(failed, "worker") }
      worker.postMessage({ type: 0 })
    })
  }

  #drop(failed, reason) {
    this.#worker?.terminate()
    this.#ready = null
    this.#busy = false
    failed(new Error(reason))
  }

  async ask(query, filter) {
    this.#waiting = { query, filter }
    try { await this.open() } catch (error) {
      this.#waiting = null
      this.on.failed(error.message)
      return
    }
    if (!this.#busy) this.#next()
  }

  /** What is asked no more needs no answer. */
  forget() { this.#waiting = null; this.#number++ }

  #next() {
    if (!this.#waiting) return
    const { query, filter } = this.#waiting
    this.#waiting = null
    this.#busy = true
    this.#worker.postMessage({ type: 2, data: query, filter, number: ++this.#number })
  }

  #take({ type, data, number }) {
    if (type === 3 || type === 4) this.#busy = false
    if (number === this.#number) {
      if (type === 3) this.on.answer(data)
      else if (type === 4) this.on.failed(data)
      else if (type === 5) this.on.definition(data)
      else if (type === 6) this.on.passage(data)
    }
    if (!this.#busy) this.#next()
  }
}
