// <compare-any>: the reader picks products and attributes; the choice is in the address (?p=a,b&a=tdp) and the table beside it.
import { common, offered, prepare, rowsOf, table } from "./compare-table.js"
import { h } from "./dom.js"

const ROOT = new URL("../", import.meta.url)
// What <spec-matrix> keeps in the address about columns and rows that a new choice may no longer have.
const STALE = ["cols", "sort", "base", "card"]
const list = text => [...new Set((text ?? "").split(",").filter(Boolean))]

/** The choice in a query, and what in it means nothing. */
export function fromQuery(search, data) {
  const given = new URLSearchParams(search)
  const wrong = []
  const products = [...new Set(list(given.get("p")).map(id => Object.hasOwn(data.former, id) ? data.former[id] : id))].filter(id => {
    if (!Object.hasOwn(data.products, id)) wrong.push(`주소에 적힌 제품 '${id}'을(를) 모릅니다.`)
    return Object.hasOwn(data.products, id)
  })
  const attributes = list(given.get("a")).filter(id => {
    if (!Object.hasOwn(data.attributes, id)) wrong.push(`주소에 적힌 항목 '${id}'을(를) 모릅니다.`)
    return Object.hasOwn(data.attributes, id)
  })
  return { products, attributes: attributes.length ? attributes : null, wrong }
}

/** The query with this choice in it and everybody else's parameters as they were. */
export function toQuery(search, { products, attributes }) {
  const given = new URLSearchParams(search)
  for (const key of ["p", "a", ...STALE]) given.delete(key)
  const mine = [products.length && `p=${products.join(",")}`, attributes?.length && `a=${attributes.join(",")}`].filter(Boolean)
  const all = [...mine, given.toString()].filter(Boolean).join("&")
  return all ? `?${all}` : ""
}

class CompareAny extends HTMLElement {
  #data
  #state
  #listening

  async connectedCallback() {
    this.#listening = new AbortController()
    addEventListener("popstate", () => this.#data && this.#read(), { signal: this.#listening.signal })
    if (this.#data) return
    this.setAttribute("aria-busy", "true")
    try {
      const answer = await fetch(new URL("data/compare.json", ROOT))
      if (!answer.ok) throw new Error(String(answer.status))
      this.#data = prepare(await answer.json())
    } catch {
      this.replaceChildren(h("p", { role: "alert", class: "compare-any__wrong" },
        "비교할 데이터를 가져오지 못했습니다. 연결을 확인하고 페이지를 다시 열거나, 아래의 준비된 표를 보십시오."))
      return
    } finally {
      this.removeAttribute("aria-busy")
    }
    this.#build()
    this.#read()
  }

  disconnectedCallback() { this.#listening?.abort() }

  #build() {
    this.chosen = h("ul", { class: "compare-any__chosen", "aria-label": "고른 제품" })
    this.productList = h("div", { class: "compare-any__list", tabindex: "-1" })
    this.attributeList = h("div", { class: "compare-any__list" })
    this.count = h("span")
    this.wrong = h("div", { role: "alert", class: "compare-any__wrong" })
    this.said = h("p", { role: "status", class: "compare-any__said" })
    this.result = h("div")
    const find = h("input", { type: "search", "aria-label": "제품 이름으로 찾기", placeholder: "이름으로 찾기", oninput: () => this.#find(find.value) })
    this.usual = h("button", { type: "button", onclick: () => this.#change({ attributes: null }) }, "공통 항목으로")
    const products = h("details", { open: !new URLSearchParams(location.search).get("p") }, h("summary", {}, "제품 고르기"), find, this.productList)
    const attributes = h("details", {}, h("summary", {}, "항목 고르기 ", this.count), this.usual, this.attributeList)
    this.#fillProducts()
    this.replaceChildren(this.wrong, this.chosen, h("div", { class: "compare-any__pick" }, products, attributes), this.said, this.result)
  }

  #fillProducts() {
    const kinds = new Map()
    for (const [id, [name, kind]] of Object.entries(this.#data.products)) {
      if (!kinds.has(kind)) kinds.set(kind, h("fieldset", {}, h("legend", {}, this.#data.kinds[kind])))
      const box = h("input", { type: "checkbox", value: id, onchange: () => this.#toggle(id, box.checked) })
      kinds.get(kind).append(h("label", { "data-name": name.toLowerCase() }, box, ` ${name}`))
    }
    this.nothing = h("p", { hidden: true }, "그런 이름의 제품이 없습니다.")
    this.productList.append(...kinds.values(), this.nothing)
  }

  #find(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    for (const label of this.productList.querySelectorAll("label")) label.hidden = !words.every(w => label.dataset.name.includes(w))
    for (const set of this.productList.querySelectorAll("fieldset")) set.hidden = !set.querySelector("label:not([hidden])")
    this.nothing.hidden = Boolean(this.productList.querySelector("fieldset:not([hidden])"))
  }

  #toggle(id, on) {
    const { products } = this.#state
    this.#change({ products: on ? [...products, id] : products.filter(other => other !== id) })
  }

  /** A change by the reader: in the address, so that 'back' takes it back. */
  #change(patch) {
    const { products, attributes } = { ...this.#state, ...patch }
    const query = toQuery(location.search, { products, attributes })
    if (query !== location.search) history.pushState(history.state, "", `${location.pathname}${query}${location.hash}`)
    this.#read()
  }

  #read() {
    const before = this.#state
    this.#state = fromQuery(location.search, this.#data)
    const same = before && ["products", "attributes", "wrong"].every(k => String(before[k]) === String(this.#state[k]))
    if (!same) this.#show()
  }

  #show() {
    const data = this.#data, { products, attributes, wrong } = this.#state
    const has = offered(data, products)
    const missing = (attributes ?? []).filter(a => !has.has(a) && products.length).map(a => `고른 제품에는 '${data.attributes[a].ko}'의 값이 없습니다.`)
    this.wrong.replaceChildren(...[...wrong, ...missing].map(text => h("p", {}, text)))
    for (const box of this.productList.querySelectorAll("input")) box.checked = products.includes(box.value)
    this.#showChosen(products)
    this.#showAttributes(has, attributes ?? common(data, products))
    this.usual.hidden = attributes === null
    const rows = products.length ? rowsOf(data, products, attributes) : []
    this.said.textContent = this.#words(products, rows)
    if (!rows.length) return this.result.replaceChildren()
    this.result.replaceChildren(table(data, products, rows, ROOT.pathname))
    if (!customElements.get("spec-matrix")) import("./spec-matrix.js").catch(() => { /* the plain table stands */ })
  }

  #words(products, rows) {
    if (!products.length) return "제품을 고르면 여기에 표가 나타납니다."
    if (!rows.length) return "고른 제품들에 함께 있는 항목이 없습니다. 항목을 고르거나 제품을 바꾸십시오."
    return `제품 ${products.length}개, 행 ${rows.length}개입니다.`
  }

  #showChosen(products) {
    const focused = this.chosen.contains(document.activeElement)
    this.chosen.replaceChildren(...products.map(id => {
      const name = this.#data.products[id][0]
      return h("li", {}, h("button", { type: "button", "aria-label": `${name} 빼기`, onclick: () => this.#toggle(id, false) }, `${name} ×`))
    }))
    if (focused) (this.chosen.querySelector("button") ?? this.querySelector("summary")).focus() // the button that had it is gone
  }

  #showAttributes(has, shown) {
    const focused = this.attributeList.contains(document.activeElement) && document.activeElement.value
    const groups = new Map()
    for (const [id, count] of has) {
      const { ko, g } = this.#data.attributes[id]
      if (!groups.has(g)) groups.set(g, h("fieldset", {}, h("legend", {}, this.#data.groups[g])))
      const box = h("input", { type: "checkbox", value: id, onchange: () => this.#choose(id, box.checked, shown) })
      box.checked = shown.includes(id)
      groups.get(g).append(h("label", {}, box, ` ${ko} `, h("small", {}, `제품 ${count}개`)))
    }
    this.attributeList.replaceChildren(...groups.values())
    this.count.textContent = has.size ? `(${[...has.keys()].filter(id => shown.includes(id)).length}/${has.size})` : ""
    if (focused) this.attributeList.querySelector(`input[value="${focused}"]`)?.focus()
  }

  #choose(id, on, shown) {
    const attributes = on ? [...shown, id] : shown.filter(other => other !== id)
    this.#change({ attributes: attributes.length ? attributes : null })
  }
}

customElements.define("compare-any", CompareAny)
