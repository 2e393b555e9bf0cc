// The keyboard in a matrix: one stop for Tab, arrows between cells (the ARIA grid pattern). Only the links of the cell that has
// the focus are stops of their own, so that a thousand source marks do not stand between a reader and the next paragraph.

const LINKS = "a[href], button"
const MOVES = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0], PageDown: [8, 0], PageUp: [-8, 0] }

export class Grid {
  #table
  #current = null
  #column = 0
  /** `ready` is called before the focus moves, so that every row has its cells. */
  constructor(table, ready = () => {}) {
    this.#table = table
    this.ready = ready
    table.setAttribute("role", "grid")
    for (const link of table.querySelectorAll(LINKS)) link.tabIndex = -1
    table.addEventListener("keydown", event => this.#key(event))
    table.addEventListener("focusin", event => {
      const cell = event.target.closest("th, td")
      if (cell) this.#enter(cell)
    })
    this.settle()
  }

  /** Leaves exactly one stop in the table, after columns or rows have come and gone. */
  settle() {
    if (this.#current?.isConnected && !this.#current.parentElement.hidden) return
    this.#enter(this.#table.tHead.rows[0].cells[0])
  }

  /** A cell's own controls that came later take part too. */
  add(link) { link.tabIndex = this.#current?.contains(link) ? 0 : -1 }

  #enter(cell) {
    if (cell === this.#current) return
    const last = this.#current
    if (last) {
      last.removeAttribute("tabindex")
      for (const link of last.querySelectorAll(LINKS)) link.tabIndex = -1
    }
    cell.tabIndex = 0
    for (const link of cell.querySelectorAll(LINKS)) link.tabIndex = 0
    this.#current = cell
    this.#column = cell.cellIndex
  }

  #rows() {
    return [...this.#table.rows].filter(tr => !tr.hidden)
  }

  #key(event) {
    const cell = event.target.closest("th, td")
    if (!cell || event.altKey || event.metaKey) return
    if (event.target !== cell) {
      if (event.key === "Escape" || event.key === "F2") { event.preventDefault(); cell.focus() }
      return
    }
    if (event.key === "Enter" || event.key === "F2") {
      const first = cell.querySelector(LINKS)
      if (first) { event.preventDefault(); first.focus() }
      return
    }
    this.ready()
    const to = this.#target(cell, event)
    if (!to) return
    event.preventDefault()
    const column = MOVES[event.key]?.[0] ? this.#column : to.cellIndex
    this.#enter(to)
    this.#column = column // through rows that are one cell wide
    to.focus()
    to.scrollIntoView({ block: "nearest", inline: "nearest" })
  }

  #target(cell, event) {
    const rows = this.#rows(), at = rows.indexOf(cell.parentElement)
    const clamp = (n, most) => Math.max(0, Math.min(n, most))
    // A row that is still covered shows its head only.
    const pick = (row, n) => row.cells[row.classList.contains("is-covered") ? 0 : clamp(n, row.cells.length - 1)]
    if (event.key === "Home") return event.ctrlKey ? pick(rows[0], 0) : pick(rows[at], 0)
    if (event.key === "End") return pick(event.ctrlKey ? rows.at(-1) : rows[at], Infinity)
    const move = !event.ctrlKey && MOVES[event.key]
    return move ? pick(rows[clamp(at + move[0], rows.length - 1)], (move[0] ? this.#column : cell.cellIndex) + move[1]) : null
  }
}
