// Predict first: the rows of a matrix are covered, and each opens after the reader has guessed. Nothing is kept afterwards.
import { h } from "./dom.js"
import { draw } from "./matrix-bars.js"
import { commonQualifiers, numberUnder, times } from "./matrix-model.js"

/** What can be asked about a row for these columns: the numbers that measure one thing, or null for a row of words. */
export function question(row, columns) {
  const q = commonQualifiers(columns.map(c => row.cells[c.index]))
  const known = q === null ? [] : columns.map(column => ({ column, number: numberUnder(row.cells[column.index], q) })).filter(k => k.number !== null)
  if (known.length < 2) return null
  const numbers = known.map(k => k.number)
  const most = Math.max(...numbers), least = Math.min(...numbers)
  return { row, known, most, least, ratio: least > 0 ? most / least : null, best: known.filter(k => k.number === most).map(k => k.column) }
}

/** How near a guessed ratio is: 1 near enough, 2 not far, 3 far; null when nothing was guessed. */
export function nearness(guess, ratio) {
  if (!(guess > 0) || ratio === null) return null
  const off = Math.max(guess / ratio, ratio / guess)
  return off <= 1.25 ? 1 : off <= 2 ? 2 : 3
}

const NEAR = { 1: "거의 맞혔습니다", 2: "가깝습니다", 3: "차이가 큽니다" }

export class Predict {
  /** `host` = { columns, rows, scroll, narrow(columns), say(text), end() }; `columns` may be chosen two by two. */
  constructor(host) {
    this.host = host
    this.pair = null
    this.right = this.near = this.asked = 0
    this.node = h("section", { class: "matrix__quiz", "aria-label": "맞혀 보며 열기" })
    this.node.addEventListener("submit", event => { event.preventDefault(); this.#answer() })
    for (const row of host.rows) row.tr.classList.add("is-covered")
    this.at = -1
    this.#frame()
    this.total = host.rows.filter(r => question(r, this.columns)).length
  }

  get columns() { return this.pair ?? this.host.columns }

  start() {
    if (!this.total) {
      this.host.say("이 표에는 수로 견줄 행이 없습니다.")
      return this.host.end()
    }
    this.#next()
  }

  /** Opens what is covered and leaves nothing behind. */
  stop() {
    for (const row of this.host.rows) row.tr.classList.remove("is-covered", "is-asked")
    this.node.remove()
    return this.asked ? `${this.asked}행을 맞혀 보았습니다. 큰 쪽을 맞힌 행 ${this.right}개, 배수가 가까웠던 행 ${this.near}개.` : "맞혀 보기를 마쳤습니다."
  }

  #frame() {
    const names = this.host.columns.map(c => h("option", { value: c.id }, c.name))
    const other = this.host.columns.map(c => h("option", { value: c.id }, c.name))
    const one = h("select", { onchange: () => this.#choose(one, two), "aria-label": "견줄 열" }, h("option", { value: "" }, "보이는 열 모두"), ...names)
    const two = h("select", { onchange: () => this.#choose(one, two), "aria-label": "견줄 다른 열", hidden: true }, ...other)
    this.progress = h("progress", { max: "1", value: "0", "aria-label": "진행" })
    this.step = h("span", { class: "matrix__step" })
    this.body = h("div")
    const quit = h("button", { type: "button", onclick: () => this.host.end() }, "그만두기 (Esc)")
    this.node.append(h("p", { class: "matrix__quizbar" }, this.step, this.progress, h("label", {}, "견줄 열 ", one), two, quit), this.body)
  }

  /** All columns, or two of them. The row at hand is asked again. */
  #choose(one, two) {
    const find = id => this.host.columns.find(c => c.id === id)
    const first = find(one.value)
    two.hidden = !first
    if (first && two.value === first.id) two.value = this.host.columns.find(c => c !== first).id
    this.pair = first ? this.host.columns.filter(c => c === first || c.id === two.value) : null
    this.host.narrow(this.columns)
    this.total = this.asked + this.host.rows.slice(Math.max(this.at, 0)).filter(r => r.tr.classList.contains("is-covered") && question(r, this.columns)).length
    this.at -= 1
    this.#next(false)
  }

  /** Opens rows of words on the way to the next row that can be asked. */
  #next(focus = true) {
    const { rows } = this.host
    let words = 0
    for (const row of rows) row.tr.classList.remove("is-asked")
    for (this.at += 1; this.at < rows.length; this.at++) {
      if (!rows[this.at].tr.classList.contains("is-covered")) continue
      this.now = question(rows[this.at], this.columns)
      if (this.now) break
      rows[this.at].tr.classList.remove("is-covered")
      words++
    }
    if (words) this.host.say(`수로 견줄 수 없는 행 ${words}개를 열었습니다.`)
    this.at < rows.length ? this.#ask(focus) : this.#finish()
  }

  #ask(focus) {
    const { row, known, ratio } = this.now
    const name = `predict-${Math.random().toString(36).slice(2)}`
    const choice = (value, text) => h("label", {}, h("input", { type: "radio", name, value }), ` ${text}`)
    const two = known.length === 2
    this.ratio = h("input", { type: "number", min: "1", step: "any", inputmode: "decimal", autocomplete: "off" })
    this.title = h("p", { class: "matrix__asked", tabindex: "-1" }, h("strong", {}, row.label), row.words ? ` ${row.words}` : "")
    this.form = h("form", {}, h("fieldset", {}, h("legend", {}, two ? "어느 쪽이 더 클까요?" : "어느 열이 가장 클까요?"),
      ...known.map(k => choice(k.column.id, k.column.name)), choice("", "모두 같다")))
    if (ratio !== null) this.form.append(h("p", {}, h("label", {}, two ? "큰 쪽은 작은 쪽의 몇 배쯤일까요? " : "가장 큰 값은 가장 작은 값의 몇 배쯤일까요? ", this.ratio, " 배")))
    this.form.append(h("p", {}, h("button", { type: "submit" }, "확인하고 열기")))
    this.body.replaceChildren(this.title, this.form)
    this.step.textContent = `${this.asked + 1} / ${this.total}행`
    this.progress.value = this.asked / this.total
    row.tr.classList.add("is-asked")
    this.#show(row.tr)
    if (focus) this.title.focus({ preventScroll: this.asked > 0 })
  }

  #answer() {
    const { row, known, best, most, least, ratio } = this.now
    const picked = this.form.querySelector("input[type=radio]:checked")
    if (!picked) {
      this.host.say("먼저 하나를 고르십시오.")
      this.form.querySelector("input[type=radio]").focus()
      return
    }
    const same = most === least
    const right = picked.value === "" ? same : !same && best.some(c => c.id === picked.value)
    const near = nearness(Number(this.ratio.value), ratio)
    this.asked++
    this.right += right
    this.near += near !== null && near < 3
    row.tr.classList.remove("is-covered")
    draw(row, this.columns, known.find(k => k.number === least).column)
    const truth = same ? "모두 같습니다." : `${best.map(c => c.name).join(", ")}: 가장 작은 값의 ${ratio === null ? "배수를 말할 수 없습니다" : times(ratio)}.`
    const guess = near === null ? "" : ` ${times(Number(this.ratio.value))}라고 했으니 ${NEAR[near]}.`
    const text = `${right ? "맞습니다." : "아닙니다."} ${truth}${guess}`
    const next = h("button", { type: "button", onclick: () => this.#next() }, "다음 행")
    this.body.replaceChildren(this.title, h("p", { class: "matrix__verdict", "data-right": right ? "yes" : "no" }, text), h("p", {}, next))
    this.progress.value = this.asked / this.total
    this.host.say(text)
    this.#show(row.tr)
    next.focus({ preventScroll: true })
  }

  #finish() {
    this.progress.value = 1
    const text = `모두 열었습니다. ${this.asked}행 가운데 큰 쪽을 맞힌 행 ${this.right}개, 배수가 가까웠던 행 ${this.near}개.`
    const back = h("button", { type: "button", onclick: () => this.host.end() }, "표로 돌아가기")
    this.step.textContent = `${this.asked} / ${this.total}행`
    this.body.replaceChildren(h("p", { class: "matrix__verdict" }, text), h("p", {}, back))
    this.host.say(text)
    back.focus({ preventScroll: true })
  }

  /** Brings a row into its box without moving the page. */
  #show(tr) {
    const { scroll } = this.host, box = scroll.getBoundingClientRect(), row = tr.getBoundingClientRect()
    const head = scroll.querySelector("thead").getBoundingClientRect().height
    if (row.top < box.top + head) scroll.scrollTop -= box.top + head - row.top
    else if (row.bottom > box.bottom) scroll.scrollTop += Math.min(row.bottom - box.bottom, row.top - box.top - head)
  }
}
