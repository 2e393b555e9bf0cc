// <spec-matrix> around a plain table: columns chosen and ordered, differences, sorting, units, bars, cards, copies; the state in the
// address. It needs nothing but a table with data-subject, data-row and their companions inside it, so a page may make one from data.
import { draw } from "./matrix-bars.js"
import { h } from "./dom.js"
import { place } from "./matrix-columns.js"
import { Grid } from "./matrix-grid.js"
import { read } from "./matrix-model.js"
import { START, apart, chosen, columnsOf, fromQuery, isShown, tidy, toQuery } from "./matrix-state.js"
import { Tools } from "./matrix-tools.js"
import { convert } from "./matrix-units.js"

// In print there are no cards: the media query does not match there.
const narrow = matchMedia("screen and (max-width: 37.49em)")
let count = 0

const SOON = { timeout: 300 }
const idle = window.requestIdleCallback ?? (work => setTimeout(work, 50))
const afterPaint = work => requestAnimationFrame(() => setTimeout(work))

class SpecMatrix extends HTMLElement {
  #model
  #state = START
  #tools
  #grid
  #look
  #predict = null
  #sight
  #listening

  connectedCallback() {
    const table = this.querySelector("table")
    if (!table?.tHead?.querySelector("[data-subject]")) return
    if (!this.#model) this.#build(table)
    this.#listening = new AbortController()
    const { signal } = this.#listening
    addEventListener("popstate", () => this.#restore("주소에 맞추어 표를 바꿨습니다."), { signal })
    narrow.addEventListener("change", () => { this.#apply(); this.#settleAll() }, { signal })
    addEventListener("beforeprint", () => this.#settleAll(), { signal })
  }

  disconnectedCallback() { this.#listening?.abort() }

  /** The choice as a plain value. */
  get state() { return this.#state }

  get #prefix() {
    if (this.dataset.ns !== undefined) return this.dataset.ns && `${this.dataset.ns}.`
    const id = this.closest("section[id]")?.id.replace(/^matrix-/, "") ?? ""
    return document.querySelectorAll("spec-matrix").length > 1 ? `${id}.` : ""
  }

  #build(table) {
    this.#model = read(table)
    this.scroll = table.closest(".scroll") ?? table.parentElement
    this.scroll.removeAttribute("tabindex") // its cells take the focus now
    for (const row of this.#model.rows) {
      row.sorter = h("button", { type: "button", class: "matrix__sort", "data-added": true, "aria-label": "정렬", title: "이 행으로 열 정렬" })
      row.head.append(row.sorter)
    }
    table.addEventListener("click", event => {
      const sorter = event.target.closest(".matrix__sort")
      const row = sorter && this.#model.rows.find(r => r.sorter === sorter)
      if (row) this.#sortNext(row)
    })
    const rowOf = new Map(this.#model.rows.map(row => [row.tr, row]))
    this.#sight = new IntersectionObserver(entries => {
      for (const entry of entries) {
        const row = rowOf.get(entry.target)
        row.away = !entry.isIntersecting
        if (!row.away && !row.tr.hidden) this.#settleRow(row)
      }
    })
    for (const tr of rowOf.keys()) this.#sight.observe(tr)
    this.#grid = new Grid(table, () => this.#settleAll())
    this.said = h("p", { class: "matrix__said", role: "status" })
    this.#tools = new Tools(this.#model, `matrix-tools-${++count}`, {
      change: patch => this.#change(patch),
      reset: () => this.#change({ ...START }, "처음 모습으로 돌렸습니다."),
      toggle: id => this.#toggle(id),
      move: (id, by) => this.#move(id, by),
      sort: (key, down) => this.#change({ sort: key ? { row: key, down: down ?? this.#bestFirst(key) } : null }),
      copy: kind => this.#copy(kind),
      card: id => this.#card(id),
      page: by => this.#page(by),
      predict: () => this.#startPredict(),
    })
    this.scroll.before(...this.#tools.nodes, this.said)
    this.#state = fromQuery(location.search, this.#prefix, this.#model)
    this.#apply()
    this.setAttribute("data-ready", "")
  }

  get #columns() { return this.#predict ? this.#predict.columns : columnsOf(this.#state, this.#model) }
  get #cards() { return narrow.matches && this.#state.view !== "table" && !this.#predict }

  /** A change by the reader: shown, said, and in the address, so that 'back' takes it back. */
  #change(patch, say) {
    const before = this.#state
    this.#state = tidy({ ...before, ...patch }, this.#model)
    const after = this.#state
    this.#apply()
    afterPaint(() => this.#record(after))
    this.#say(say ?? this.#words(patch))
  }

  /** One step of history for one change. After the frame: browsers take their time over a new address. */
  #record(state) {
    const query = toQuery(location.search, this.#prefix, state)
    if (query !== location.search) history.pushState(history.state, "", `${location.pathname}${query}${location.hash}`)
  }

  #restore(say) {
    const state = fromQuery(location.search, this.#prefix, this.#model)
    if (toQuery("", "", state) === toQuery("", "", this.#state)) return
    if (this.#predict) this.#endPredict()
    this.#state = state
    this.#apply()
    this.#say(say)
  }

  #apply() {
    const state = this.#state, columns = this.#columns, { rows, groups } = this.#model
    const card = this.#cards ? columns.find(c => c.id === state.card) ?? columns[0] : null
    const base = this.#predict ? null : this.#model.columns.find(c => c.id === state.base) ?? null
    const before = this.#look?.placed ?? this.#model.columns
    const wanted = card ? [card] : columns
    const placed = wanted.length === before.length && wanted.every((c, i) => c === before[i]) ? before : wanted
    const last = this.#look, units = state.units.join()
    if (last?.placed !== placed || last.base !== base || last.units.join() !== units) this.#look = { placed, base, units: state.units }
    for (const row of rows) {
      const hidden = !isShown(row, state, columns)
      if (row.tr.hidden !== hidden) row.tr.hidden = hidden
      const sort = state.sort?.row === row.key ? (state.sort.down ? "descending" : "ascending") : null
      if (row.head.getAttribute("aria-sort") !== sort) sort ? row.head.setAttribute("aria-sort", sort) : row.head.removeAttribute("aria-sort")
    }
    for (const group of groups) {
      const hidden = group.rows.every(r => r.tr.hidden), span = this.#look.placed.length + 1
      if (group.tr.hidden !== hidden) group.tr.hidden = hidden
      if (group.tr.cells[0].colSpan !== span) group.tr.cells[0].colSpan = span
    }
    place(this.#model.table.tHead.rows[0], before, this.#look.placed, column => column.head)
    for (const column of this.#model.columns) column.head.classList.toggle("is-base", column === base)
    state.view ? this.setAttribute("data-view", state.view) : this.removeAttribute("data-view")
    this.setAttribute("data-sparsity", state.sparsity)
    this.#tools.update(state, columns, card)
    this.#settle()
    this.#grid.settle()
  }

  /** Brings the rows in sight up to date now, and the others when the frame is out or when they come into sight. */
  #settle() {
    const look = this.#look, rows = this.#model.rows.filter(r => !r.tr.hidden)
    for (const row of rows) if (!row.away) this.#settleRow(row, true)
    const rest = rows.filter(r => r.look !== look || r.loose)
    this.#busy(rest.length > 0)
    const more = () => {
      if (this.#look !== look) return
      for (const row of rest.splice(0, 4)) this.#settleRow(row)
      rest.length ? idle(more, SOON) : this.#busy(false)
    }
    if (rest.length) idle(more, SOON)
  }

  /** Everything that is shown or read from here is as chosen. */
  #settleAll() {
    for (const row of this.#model.rows) if (!row.tr.hidden) this.#settleRow(row)
    this.#busy(false)
  }

  /** Rows out of sight still say what was chosen before. */
  #busy(is) {
    const { table } = this.#model
    if (table.hasAttribute("aria-busy") !== is) is ? table.setAttribute("aria-busy", "true") : table.removeAttribute("aria-busy")
  }

  /** `quick`: columns that only change places are put there by style first, which costs a tenth; the cells follow soon. */
  #settleRow(row, quick = false) {
    const look = this.#look
    if (row.look === look && (quick || !row.loose)) return
    const cell = column => row.cells[column.index].td
    row.placed ??= this.#model.columns
    row.loose = quick && row.placed !== look.placed && row.placed.length === look.placed.length && look.placed.every(c => row.placed.includes(c))
    if (row.loose) look.placed.forEach((column, i) => { cell(column).style.order = i + 1 })
    else {
      if (row.ordered) for (const column of row.placed) cell(column).style.order = ""
      place(row.tr, row.placed, look.placed, cell)
      row.placed = look.placed
    }
    row.ordered = row.loose
    if (row.look !== look) {
      convert(row, look.units)
      if (look.base || row.drawn) draw(row, look.placed, look.base)
      row.drawn = Boolean(look.base)
    }
    row.look = look
  }

  // --- what the reader asks for --------------------------------------------------------------------------------------
  #toggle(id) {
    const now = chosen(this.#state, this.#model)
    const cols = now.includes(id) ? now.filter(other => other !== id) : [...now, id]
    if (cols.length) return this.#change({ cols })
    this.#apply()
    this.#say("열은 하나 이상 있어야 합니다.")
  }

  /** Moves a column by one. What was sorted becomes the reader's own order from here. */
  #move(id, by) {
    const cols = columnsOf(this.#state, this.#model).map(c => c.id)
    const at = cols.indexOf(id), to = at + by
    if (at < 0 || to < 0 || to >= cols.length) return
    cols.splice(to, 0, cols.splice(at, 1)[0])
    const { name } = this.#model.columns.find(c => c.id === id)
    this.#change({ cols, sort: null }, `${name}: ${cols.length}개 가운데 ${to + 1}번째.`)
  }

  #bestFirst(key) {
    const row = this.#model.rows.find(r => r.key === key)
    return Boolean(row.unit) && row.better !== "lower"
  }

  #sortNext(row) {
    const first = this.#bestFirst(row.key), { sort } = this.#state
    const again = sort?.row === row.key
    this.#change({ sort: !again ? { row: row.key, down: first } : sort.down === first ? { row: row.key, down: !first } : null })
  }

  #card(id) {
    this.#state = { ...this.#state, card: id }
    history.replaceState(history.state, "", `${location.pathname}${toQuery(location.search, this.#prefix, this.#state)}${location.hash}`)
    this.#apply()
    this.#say(this.#model.columns.find(c => c.id === id).name)
  }

  #page(by) {
    const columns = this.#columns
    const at = Math.max(0, columns.findIndex(c => c === this.#look.placed[0]))
    this.#card(columns[(at + by + columns.length) % columns.length].id)
  }

  async #copy(kind) {
    const { WRITERS } = await import("./matrix-export.js")
    const rows = this.#model.rows.filter(r => !r.tr.hidden), columns = this.#columns
    const text = WRITERS[kind]({ model: this.#model, state: this.#state, columns, rows })
    try {
      await navigator.clipboard.writeText(text)
      this.#say(`복사했습니다. 행 ${rows.length}개, 열 ${columns.length}개.`)
    } catch {
      this.#tools.offer(text)
      this.#say("복사하지 못해 아래에 적었습니다. 골라서 복사하십시오.")
    }
  }

  async #startPredict() {
    const { Predict } = await import("./predict.js")
    if (this.#predict) return
    this.#settleAll()
    const columns = chosen(this.#state, this.#model).map(id => this.#model.columns.find(c => c.id === id))
    if (columns.length < 2) return this.#say("열을 둘 이상 고르십시오.")
    this.#predict = new Predict({
      columns,
      rows: this.#model.rows.filter(r => !r.tr.hidden),
      scroll: this.scroll,
      narrow: () => this.#apply(),
      say: text => this.#say(text),
      end: () => this.#endPredict(),
    })
    this.setAttribute("data-predicting", "")
    this.scroll.before(this.#predict.node)
    this.#apply()
    this.#onEscape = event => { if (event.key === "Escape") this.#endPredict() }
    addEventListener("keydown", this.#onEscape)
    this.#predict.start()
  }

  #onEscape
  #endPredict() {
    if (!this.#predict) return
    removeEventListener("keydown", this.#onEscape)
    const words = this.#predict.stop()
    this.#predict = null
    this.removeAttribute("data-predicting")
    this.#look = { ...this.#look } // bars of answers go
    for (const row of this.#model.rows) row.drawn = true
    this.#apply()
    this.#tools.bar.querySelector(".matrix__predict").focus()
    this.#say(words)
  }

  // --- saying it -------------------------------------------------------------------------------------------------------
  #say(text) { this.said.textContent = text }

  #words(patch) {
    const rows = this.#model.rows.filter(r => !r.tr.hidden).length, name = id => this.#model.columns.find(c => c.id === id)?.name
    if ("diff" in patch) return patch.diff ? `차이 나는 행만 봅니다. ${rows}행.` : `모든 행을 봅니다. ${rows}행.`
    if ("sort" in patch && !("cols" in patch)) {
      const row = this.#model.rows.find(r => r.key === patch.sort?.row), last = row ? apart(row, this.#columns) : 0
      const order = patch.sort?.down ? "큰 것부터" : "작은 것부터"
      return row ? `정렬: ${row.label}, ${order}.${last ? ` 조건이 다른 열 ${last}개는 뒤에 둡니다.` : ""}` : "정렬을 풀었습니다."
    }
    if ("sparsity" in patch) return `${{ dense: "밀집", sparse: "희소", both: "밀집과 희소" }[patch.sparsity]} 값을 봅니다.`
    if ("units" in patch) return patch.units.length ? `단위: ${patch.units.join(", ")}.` : "단위: 표 그대로."
    if ("base" in patch) return patch.base ? `막대 기준: ${name(patch.base)}.` : "막대를 껐습니다."
    if ("view" in patch) return patch.view === "table" ? "표로 봅니다." : "하나씩 봅니다."
    return `열 ${this.#columns.length}개를 봅니다.`
  }
}

customElements.define("spec-matrix", SpecMatrix)
