// The controls above a matrix. They hold no state: `update` shows it, `ask` says what the reader wants.
import { h } from "./dom.js"
import { chosen } from "./matrix-state.js"

const button = (text, onclick, attributes = {}) => h("button", { type: "button", onclick, ...attributes }, text)
const select = (options, onchange, attributes = {}) =>
  h("select", { ...attributes, onchange: event => onchange(event.target.value) }, ...options.map(([value, text]) => h("option", { value }, text)))
const labelled = (text, control) => h("label", {}, h("span", {}, text), control)

/** What is as it should be is left alone: a browser looks at the style of whatever is set. */
function put(node, name, value) {
  if (name.startsWith("aria-")) { if (node.getAttribute(name) !== value) node.setAttribute(name, value) }
  else if (node[name] !== value) node[name] = value
}

const KINDS = { GB: "용량", "GB/s": "대역폭", W: "전력", TFLOPS: "연산 속도", TOPS: "정수 연산 속도", GHz: "클록" }
const kindOf = names => KINDS[names.find(n => n in KINDS)] ?? names[0]

export class Tools {
  /** `ask` = { change(patch, say), move(id, by), toggle(id), sort(key, down), copy(kind), predict(), page(by), card(id) } */
  constructor(model, id, ask) {
    this.model = model
    this.ask = ask
    this.panels = []
    this.bar = h("div", { class: "matrix__tools", role: "group", "aria-label": "표 도구" })
    this.columnsPanel = this.#columns(`${id}-columns`)
    this.morePanel = this.#more(`${id}-more`)
    this.count = h("b")
    this.diff = button("차이만", () => ask.change({ diff: this.diff.getAttribute("aria-pressed") !== "true" }), { "aria-pressed": "false" })
    this.sparsity = select([["dense", "밀집"], ["sparse", "희소"], ["both", "밀집·희소"]], sparsity => ask.change({ sparsity }), { "aria-label": "밀집과 희소" })
    this.base = select([["", "막대 없음"], ...model.columns.map(c => [c.id, `기준 ${c.name}`])], base => ask.change({ base: base || null }), { "aria-label": "막대 기준" })
    this.bar.append(this.#opener(["열 ", this.count], this.columnsPanel), this.diff)
    if (model.varies) this.bar.append(this.sparsity)
    this.bar.append(this.base, this.#opener(["정렬·단위·복사"], this.morePanel), button("맞혀 보며 열기", () => ask.predict(), { class: "matrix__predict" }))
    this.pager = this.#pager()
    this.nodes = [this.bar, this.columnsPanel, this.morePanel, this.pager]
  }

  #opener(children, panel) {
    const opener = h("button", { type: "button", "aria-expanded": "false", "aria-controls": panel.id }, ...children)
    const show = open => {
      panel.hidden = !open
      opener.setAttribute("aria-expanded", String(open))
    }
    opener.addEventListener("click", () => {
      const open = panel.hidden
      for (const close of this.panels) close(false)
      show(open)
    })
    panel.addEventListener("keydown", event => {
      if (event.key !== "Escape") return
      event.stopPropagation()
      show(false)
      opener.focus()
    })
    this.panels.push(show)
    return opener
  }

  #columns(id) {
    this.items = new Map(this.model.columns.map(column => {
      const box = h("input", { type: "checkbox", onchange: () => this.ask.toggle(column.id) })
      const mover = (by, sign, word) => button(sign, event => this.#move(column.id, by, event.currentTarget), { "aria-label": `${column.name} ${word}`, title: word })
      const item = { box, before: mover(-1, "←", "앞으로"), after: mover(1, "→", "뒤로") }
      item.node = h("li", {}, h("label", {}, box, ` ${column.name}`), item.before, item.after)
      return [column.id, item]
    }))
    this.list = h("ol", {}, ...[...this.items.values()].map(i => i.node))
    return h("div", { class: "matrix__panel", id, hidden: true, role: "group", "aria-label": "열 고르기와 순서" }, this.list,
      h("p", {}, button("모두 고르기", () => this.ask.change({ cols: [...this.#all()], sort: null })), " ", button("처음 순서로", () => this.ask.change({ cols: null, sort: null }))))
  }

  /** The order of the list: chosen columns, then the others. */
  #all() { return [...this.list.children].map(node => [...this.items].find(([, item]) => item.node === node)[0]) }

  #move(id, by, pressed) {
    if (pressed.getAttribute("aria-disabled") === "true") return
    this.ask.move(id, by)
    if (document.activeElement !== pressed) pressed.focus()
  }

  #more(id) {
    const { model, ask } = this
    this.sortRow = select([["", "없음"], ...model.rows.map(r => [r.key, r.words ? `${r.label} (${r.words})` : r.label])], key => ask.sort(key || null))
    this.sortDown = select([["1", "큰 것부터"], ["", "작은 것부터"]], down => ask.sort(this.sortRow.value || null, Boolean(down)), { "aria-label": "정렬 방향" })
    this.units = model.families.map(names => select([["", "표 그대로"], ...names.map(n => [n, n])], unit => this.#unit(names, unit)))
    const copies = [["csv", "CSV"], ["markdown", "Markdown"], ["json", "JSON"]].map(([kind, name]) => button(`${name} 복사`, () => ask.copy(kind)))
    this.copied = h("textarea", { class: "matrix__copied", readonly: true, hidden: true, rows: 6, "aria-label": "복사할 글" })
    return h("div", { class: "matrix__panel", id, hidden: true, role: "group", "aria-label": "정렬, 단위, 복사" },
      h("p", {}, labelled("열 정렬", this.sortRow), " ", this.sortDown),
      ...(model.families.length ? [h("p", {}, "단위: ", ...model.families.flatMap((names, i) => [labelled(kindOf(names), this.units[i]), " "]))] : []),
      h("p", {}, "지금 보이는 표: ", ...copies.flatMap(c => [c, " "])), this.copied,
      h("p", {}, button("모두 처음대로", () => ask.reset())))
  }

  #unit(names, unit) {
    const others = this.state.units.filter(u => !names.includes(u))
    this.ask.change({ units: unit ? [...others, unit] : others })
  }

  #pager() {
    this.product = select(this.model.columns.map(c => [c.id, c.name]), id => this.ask.card(id), { "aria-label": "보는 것" })
    this.previous = button("‹", () => this.ask.page(-1), { "aria-label": "앞의 것" })
    this.next = button("›", () => this.ask.page(1), { "aria-label": "다음 것" })
    this.view = button("표로 보기", () => this.ask.change({ view: this.state.view === "table" ? null : "table" }))
    return h("div", { class: "matrix__pager", role: "group", "aria-label": "하나씩 보기" }, this.previous, this.product, this.next, this.view)
  }

  /** Shows what cannot be put on the clipboard, ready to be taken by hand. */
  offer(text) {
    this.copied.hidden = false
    this.copied.value = text
    this.copied.select()
  }

  update(state, columns, card) {
    this.state = state
    const picked = chosen(state, this.model)
    const order = [...picked, ...this.model.columns.map(c => c.id).filter(id => !picked.includes(id))]
    const focused = document.activeElement
    put(this.count, "textContent", `${picked.length}/${this.model.columns.length}`)
    order.forEach((id, i) => {
      const item = this.items.get(id), on = i < picked.length
      put(item.box, "checked", on)
      put(item.before, "aria-disabled", String(!on || i === 0))
      put(item.after, "aria-disabled", String(!on || i === picked.length - 1))
      const there = this.list.children[i]
      if (there === item.node) return
      // What has the focus stays where it is and its neighbour moves: giving the focus back costs a layout.
      if (item.node.contains(focused) && there.nextElementSibling === item.node) item.node.after(there)
      else this.list.insertBefore(item.node, there)
    })
    put(this.diff, "aria-pressed", String(state.diff))
    put(this.sparsity, "value", state.sparsity)
    put(this.base, "value", state.base ?? "")
    put(this.sortRow, "value", state.sort?.row ?? "")
    put(this.sortDown, "value", state.sort && !state.sort.down ? "" : "1")
    put(this.sortDown, "disabled", !state.sort)
    this.units.forEach((control, i) => put(control, "value", state.units.find(u => this.model.families[i].includes(u)) ?? ""))
    put(this.view, "textContent", state.view === "table" ? "하나씩 보기" : "표로 보기")
    for (const part of [this.previous, this.product, this.next]) put(part, "hidden", state.view === "table")
    for (const option of this.product.options) {
      const gone = !columns.some(c => c.id === option.value)
      put(option, "hidden", gone)
      put(option, "disabled", gone)
    }
    put(this.product, "value", card?.id ?? columns[0].id)
  }
}
