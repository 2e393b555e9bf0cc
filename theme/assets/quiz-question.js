// A question of a quiz that can be answered: choices, a number, an order, pairs. The page holds the question and, in a disclosure, the
// answer with its explanation; this adds the controls, tells right from wrong, says why, and lets the reader try again.
//
// What is right was put into the HTML at build time: data-right on a choice, data-place (the right index) on a thing to order or pair,
// data-answer, data-tolerance and data-unit on a number. Nothing is stored and nothing is sent. Each check of a complete answer tells
// the page once, by the bubbling event "quiz-answered" {id, kind, right, tries}: whatever remembers answers listens for that.
//
// Results are announced by a live region that is there from the start; the focus goes from "check" to "again" and from there to the first control.

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** The list in a new order that differs from the one it has, unless there is no other. */
function shuffled(list) {
  const mixed = [...list]
  do for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1))
    ;[mixed[i], mixed[j]] = [mixed[j], mixed[i]]
  } while (list.length > 1 && mixed.every((item, i) => item === list[i]))
  return mixed
}

/** A mark that says in words what colour alone must not. */
function mark(element, right, words) {
  element.dataset.state = right ? "right" : "wrong"
  element.append(make("span", { className: "quiz__mark", textContent: words }))
}

// --- one object a kind: build() the controls, read() the answer or say what is missing, show() what was right, reset() ----------

class Choices {
  constructor(host) {
    this.host = host
    this.list = host.querySelector("ul")
    this.items = [...this.list.children]
    this.many = host.dataset.kind === "multiple"
    const whys = [...host.querySelectorAll("details dd")]
    this.whys = new Map(this.items.filter(item => !("right" in item.dataset)).map((item, i) => [item, whys[i].textContent]))
  }
  build(name) {
    for (const item of this.items) {
      const input = make("input", { type: this.many ? "checkbox" : "radio", name })
      const label = make("label", {}, input, make("span", {}, ...item.childNodes))
      item.replaceChildren(label)
    }
    this.list.classList.add("quiz__choices")
    return this.list
  }
  get chosen() { return this.items.filter(item => item.querySelector("input").checked) }
  read() { return this.chosen.length ? "" : this.many ? "먼저 맞다고 보는 것을 모두 고르십시오." : "먼저 하나를 고르십시오." }
  get right() { return this.items.every(item => item.querySelector("input").checked === "right" in item.dataset) }
  show() {
    const wrong = this.host.dataset.kind === "wrong"
    for (const item of this.chosen) {
      const right = "right" in item.dataset
      mark(item.firstElementChild, right, right ? "맞음" : "틀림")
      const why = right ? "" : this.whys.get(item)
      if (why) item.append(make("p", { className: "quiz__why", textContent: why }))
    }
    const missed = this.items.filter(item => "right" in item.dataset && !this.chosen.includes(item)).length
    return this.many && missed && this.chosen.every(item => "right" in item.dataset) ? `고르지 않은 정답이 ${missed}개 더 있습니다.` : wrong && !this.right ? "고른 것은 맞는 설명입니다." : ""
  }
  reset() {
    for (const item of this.items) {
      for (const extra of item.querySelectorAll(".quiz__why, .quiz__mark")) extra.remove()
      delete item.firstElementChild.dataset.state
      item.querySelector("input").checked = false
    }
    this.items = shuffled(this.items)
    this.list.append(...this.items)
  }
}

const NUMBER = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(?:e[+-]?\d+)?)(.*)$/i

/** What was typed as a number, in the question's unit: 1,234 or 1234 or 1.2e3, the unit after it or not. */
export function typed(text, unit = "") {
  const bare = text.normalize("NFKC").replace(/[\s\u2212]/g, c => c === "\u2212" ? "-" : "")
  const [, digits, rest] = bare.match(NUMBER) ?? []
  if (!digits || !/\d/.test(digits)) return { error: "수로 적어 주십시오. 예: 1,234.5" }
  const value = Number(digits.replaceAll(",", ""))
  if (!Number.isFinite(value)) return { error: "수로 적어 주십시오. 예: 1,234.5" }
  const same = unit.normalize("NFKC").replace(/\s/g, "")
  if (rest && rest !== same) return { error: /^[\d.,]/.test(rest) ? "쉼표는 세 자리마다, 점은 소수점으로 씁니다." : unit ? `단위는 ${unit}입니다. 그 단위의 수로 적어 주십시오.` : "단위 없이 수만 적어 주십시오." }
  return { value }
}

class NumberField {
  constructor(host) {
    this.host = host
    this.answer = Number(host.dataset.answer)
    this.tolerance = Number(host.dataset.tolerance)
    this.unit = host.dataset.unit ?? ""
    this.mistakes = [...host.querySelectorAll("details dt[data-answer]")]
  }
  build(name) {
    this.input = make("input", { type: "text", inputMode: "decimal", autocomplete: "off", id: `${name}-number`, spellcheck: false })
    this.field = make("p", { className: "quiz__number" }, make("label", { htmlFor: this.input.id, textContent: "답" }), this.input)
    if (this.unit) {
      const unit = make("span", { id: `${name}-unit`, textContent: this.unit })
      this.input.setAttribute("aria-describedby", unit.id)
      this.field.append(unit)
    }
    return this.field
  }
  read() {
    const { value, error } = typed(this.input.value, this.unit)
    this.value = value
    this.input.toggleAttribute("aria-invalid", Boolean(error))
    if (error) this.input.setAttribute("aria-invalid", "true")
    return this.input.value.trim() ? error ?? "" : "먼저 수를 적으십시오."
  }
  near(answer) { return Math.abs(this.value - answer) <= this.tolerance * Math.abs(answer) + 1e-9 * Math.abs(answer) }
  get right() { return this.near(this.answer) }
  show() {
    mark(this.field, this.right, this.right ? "맞음" : "틀림")
    const mistake = this.right ? undefined : this.mistakes.find(dt => this.near(Number(dt.dataset.answer)))
    if (!mistake) return ""
    this.why = make("p", { className: "quiz__why", textContent: mistake.nextElementSibling.textContent })
    this.field.after(this.why)
    return ""
  }
  reset() {
    this.why?.remove()
    this.field.querySelector(".quiz__mark")?.remove()
    delete this.field.dataset.state
    this.input.value = ""
  }
}

class Order {
  constructor(host) {
    this.host = host
    this.source = host.querySelector("ul")
    this.items = [...this.source.children]
  }
  build() {
    this.list = make("ol", { className: "quiz__order" })
    for (const item of this.items) {
      const text = item.textContent
      item.replaceChildren(make("span", { className: "quiz__text", textContent: text }), this.button(item, -1, `${text}: 위로`, "위로"), this.button(item, 1, `${text}: 아래로`, "아래로"))
      item.draggable = true
    }
    this.list.addEventListener("dragstart", event => { this.dragged = event.target.closest("li"); event.dataTransfer.effectAllowed = "move"; event.dataTransfer.setData("text/plain", "") })
    this.list.addEventListener("dragover", event => {
      const over = event.target.closest("li")
      if (!this.dragged || !over || this.host.checked) return
      event.preventDefault()
      if (over === this.dragged) return
      const { top, height } = over.getBoundingClientRect()
      event.clientY < top + height / 2 ? over.before(this.dragged) : over.after(this.dragged)
    })
    this.list.addEventListener("drop", event => event.preventDefault())
    this.list.addEventListener("dragend", () => { this.dragged = undefined; this.settle() })
    this.list.append(...this.items)
    this.source.replaceWith(this.list)
    this.settle()
    return this.list
  }
  button(item, step, label, text) {
    const button = make("button", { type: "button", className: "quiz__move", textContent: text })
    button.setAttribute("aria-label", label)
    button.addEventListener("click", () => {
      const other = step < 0 ? item.previousElementSibling : item.nextElementSibling
      if (!other) return
      step < 0 ? other.before(item) : other.after(item)
      this.settle()
      ;(button.disabled ? item.querySelector("button:not(:disabled)") : button).focus()
      this.host.say(`${item.firstElementChild.textContent}: ${this.items.length}개 중 ${this.items.indexOf(item) + 1}번째`)
    })
    return button
  }
  settle() {
    this.items = [...this.list.children]
    this.items.forEach((item, i) => {
      const [up, down] = item.querySelectorAll("button")
      up.disabled = i === 0
      down.disabled = i === this.items.length - 1
    })
  }
  read() { return "" }
  get right() { return this.items.every((item, i) => Number(item.dataset.place) === i) }
  show() {
    let placed = 0
    this.items.forEach((item, i) => {
      const right = Number(item.dataset.place) === i
      placed += right
      item.draggable = false
      mark(item, right, right ? "제자리" : "다른 자리")
    })
    return this.right ? "" : `${this.items.length}개 중 ${placed}개가 제자리에 있습니다.`
  }
  reset() {
    for (const item of this.items) {
      item.querySelector(".quiz__mark")?.remove()
      delete item.dataset.state
      item.draggable = true
    }
    let mixed = shuffled(this.items)
    while (mixed.every((item, i) => Number(item.dataset.place) === i)) mixed = shuffled(this.items)
    this.list.append(...mixed)
    this.settle()
  }
}

class Pairs {
  constructor(host) {
    this.host = host
    this.box = host.querySelector(".quiz__pairs")
    this.lefts = [...this.box.querySelectorAll("ol > li")]
    this.rights = [...this.box.querySelectorAll("ul > li")].map(li => [li.dataset.place, li.textContent])
  }
  build() {
    this.box.querySelector("ul").remove()
    this.selects = this.lefts.map(item => {
      const select = make("select")
      item.replaceChildren(make("label", {}, make("span", {}, ...item.childNodes), select))
      return select
    })
    this.fill()
    return this.box
  }
  fill() {
    for (const select of this.selects) select.replaceChildren(make("option", { value: "", textContent: "고르십시오" }), ...this.rights.map(([value, textContent]) => make("option", { value, textContent })))
  }
  read() { return this.selects.every(select => select.value) ? "" : "먼저 짝을 모두 고르십시오." }
  get right() { return this.selects.every((select, i) => select.value === String(i)) }
  show() {
    let paired = 0
    this.selects.forEach((select, i) => {
      const right = select.value === String(i)
      paired += right
      mark(this.lefts[i], right, right ? "맞음" : "틀림")
    })
    return this.right ? "" : `${this.selects.length}쌍 중 ${paired}쌍이 맞습니다.`
  }
  reset() {
    for (const item of this.lefts) {
      item.querySelector(".quiz__mark")?.remove()
      delete item.dataset.state
    }
    this.rights = shuffled(this.rights)
    this.fill()
  }
}

const KINDS = { single: Choices, wrong: Choices, multiple: Choices, numeric: NumberField, order: Order, match: Pairs }

class QuizQuestion extends HTMLElement {
  checked = false
  #tries = 0
  #kind
  #controls
  #result
  #check
  #again

  connectedCallback() {
    const kind = KINDS[this.dataset.kind], item = this.closest("li[id]")
    if (this.#kind || !kind || !item) return
    this.#kind = new kind(this)
    this.questionId = item.id
    const prompt = this.querySelector(".quiz__prompt"), answer = this.querySelector("details")
    prompt.id = `${item.id}-prompt`
    this.#controls = make("fieldset")
    this.#controls.setAttribute("aria-labelledby", prompt.id)
    this.#check = make("button", { type: "submit", textContent: "확인" })
    this.#again = make("button", { type: "button", textContent: "다시 풀기", hidden: true })
    this.#result = make("p", { className: "quiz__result" })
    this.#result.setAttribute("role", "status")
    const form = make("form", { noValidate: true }, this.#controls, make("p", { className: "quiz__buttons" }, this.#check, this.#again), this.#result)
    answer.before(form)
    this.#controls.append(this.#kind.build(item.id))
    form.addEventListener("submit", event => { event.preventDefault(); this.check() })
    this.#again.addEventListener("click", () => this.again())
  }

  say(text) { this.#result.textContent = text }
  #first() { return this.#controls.querySelector("input, select, button:not(:disabled)") }

  /** Judge the answer that is there; an incomplete one is no try. */
  check() {
    if (this.checked) return
    const missing = this.#kind.read()
    if (missing) {
      this.say(missing)
      this.#first().focus()
      return
    }
    this.checked = true
    this.#tries += 1
    const right = this.#kind.right
    this.dataset.state = right ? "right" : "wrong"
    const more = this.#kind.show()
    this.#controls.disabled = true
    this.#again.hidden = false
    this.#again.focus({ preventScroll: true })
    this.#check.hidden = true
    const context = right ? this.querySelector("details .quiz__context")?.textContent ?? "" : ""
    this.say([right ? "맞았습니다." : "틀렸습니다.", more, context].filter(Boolean).join(" "))
    this.dispatchEvent(new CustomEvent("quiz-answered", { bubbles: true, detail: { id: this.questionId, kind: this.dataset.kind, right, tries: this.#tries } }))
  }

  /** The same question again, its parts in another order. */
  again() {
    this.checked = false
    delete this.dataset.state
    this.querySelector("details").open = false
    this.#controls.disabled = false
    this.#kind.reset()
    this.say("")
    this.#check.hidden = false
    this.#first().focus()
    this.#again.hidden = true
  }
}

/** The score of a page's quiz, and whether its answers are printed. */
function tally(section) {
  const answered = new Map(), all = section.querySelectorAll("quiz-question").length
  const score = make("p", { className: "quiz__score", textContent: `모두 ${all}문제입니다.` })
  score.setAttribute("role", "status")
  const wish = make("input", { type: "checkbox" })
  section.append(score, make("p", { className: "quiz__print" }, make("label", {}, wish, " 인쇄할 때 끝에 정답과 해설을 넣기")))
  section.addEventListener("quiz-answered", ({ detail }) => {
    answered.set(detail.id, detail.right)
    score.textContent = `${all}문제 중 ${[...answered.values()].filter(Boolean).length}문제를 맞혔습니다.`
  })
  let printed
  addEventListener("beforeprint", () => {
    if (!wish.checked || printed) return
    printed = make("div", { className: "quiz__answers" }, make("p", {}, make("strong", { textContent: "정답과 해설" })))
    const list = make("ol")
    for (const details of section.querySelectorAll("quiz-question > details")) {
      const copy = details.cloneNode(true)
      for (const element of copy.querySelectorAll("[id]")) element.removeAttribute("id")
      list.append(make("li", {}, ...[...copy.childNodes].filter(node => node.nodeName !== "SUMMARY")))
    }
    printed.append(list)
    section.append(printed)
  })
  addEventListener("afterprint", () => { printed?.remove(); printed = undefined })
}

if (!customElements.get("quiz-question")) customElements.define("quiz-question", QuizQuestion)
for (const section of document.querySelectorAll(".quiz")) tally(section)
