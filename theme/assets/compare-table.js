// The table of <compare-any>, made from /data/compare.json with the markup that <spec-matrix> upgrades.
// A row is an attribute with its qualifiers, as the file has them: values that mean different things are never in one row.
import { h } from "./dom.js"

/** What the file says, with rows found by product: Map row -> [text, value, id, marks]. */
export function prepare(data) {
  const facts = new Map(Object.entries(data.facts).map(([id, list]) => [id, new Map(list.map(([row, ...rest]) => [row, rest]))]))
  return { ...data, of: id => facts.get(id) ?? new Map() }
}

/** Attributes that a chosen product has, in order, with how many have each. */
export function offered(data, products) {
  const counts = new Map()
  for (const id of products) {
    const own = new Set([...data.of(id).keys()].map(row => data.rows[row].a))
    for (const attribute of own) counts.set(attribute, (counts.get(attribute) ?? 0) + 1)
  }
  return new Map(Object.keys(data.attributes).filter(a => counts.has(a)).map(a => [a, counts.get(a)]))
}

/** The attributes shown when the reader has chosen none: those with a row that at least two of the products share. */
export function common(data, products) {
  return [...new Set(rowsOf(data, products, null).map(row => data.rows[row].a))]
}

/** Row numbers in order: of the chosen attributes all that some product has, else those that two have. */
export function rowsOf(data, products, attributes) {
  const least = attributes ? 1 : Math.min(2, products.length)
  return data.rows.map((_, row) => row).filter(row =>
    (!attributes || attributes.includes(data.rows[row].a)) && products.filter(id => data.of(id).has(row)).length >= Math.max(1, least))
}

const latin = text => /^[\x20-\x7e]+$/.test(text) ? { lang: "en" } : {}

function head(data, id, root) {
  const [name, , , stage] = data.products[id]
  const cell = h("th", { scope: "col", "data-subject": id, "data-stage": stage === "preliminary" && stage },
    h("a", { href: `${root}products/${id}/`, ...latin(name) }, name))
  if (stage !== "shipping") cell.append(" ", h("small", {}, data.stages[stage]))
  return cell
}

const NOTES = { c: "계산", d: "다른 값 있음", l: "확신 낮음" }

function cell(data, id, row, root) {
  const found = data.of(id).get(row)
  if (!found) return h("td", {}, h("span", { class: "state", "data-state": "unknown" }, "확인되지 않음"))
  const [text, value, fact, marks] = found
  const shown = value === null ? h("span", {}, text) : h("data", { value: String(value) }, text)
  const link = h("a", { class: "fact", href: `${root}products/${id}/#f-${fact}` }, shown)
  const whole = h("span", { class: "matrix__value" }, link)
  if (marks) whole.append(" ", h("small", {}, [...marks].map(m => NOTES[m]).join(" · ")))
  return h("td", {}, whole)
}

function line(data, products, row, root) {
  const { a, q, w, v } = data.rows[row], { ko, b, u, f } = data.attributes[a]
  const units = Object.entries(f ?? {}).filter(([unit]) => !unit.includes(" ")).map(([unit, factor]) => `${unit}:${factor}`)
  const label = h("th", { scope: "row" }, ko)
  if (w) label.append(" ", h("small", {}, w))
  return h("tr", {
    "data-row": [a, ...q].join("."), "data-unit": u ?? false, "data-better": b !== "none" && b,
    "data-units": units.length > 1 && units.join(" "), "data-vary": v && "sparsity", "data-variant": v ?? false,
  }, label, ...products.map(id => cell(data, id, row, root)))
}

/** The section with the table. `root` is the address of the site. */
export function table(data, products, rows, root) {
  const body = h("tbody")
  let group = null
  for (const row of rows) {
    const next = data.attributes[data.rows[row].a].g
    if (next !== group) {
      group = next
      body.append(h("tr", { class: "matrix__group" }, h("th", { colspan: products.length + 1, scope: "colgroup" }, h("span", {}, data.groups[group]))))
    }
    body.append(line(data, products, row, root))
  }
  const title = "고른 제품의 비교"
  const whole = h("table", {}, h("caption", {}, title),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "항목"), ...products.map(id => head(data, id, root)))), body)
  const how = "수를 누르면 그 수의 뜻과 출처가 제품 페이지에서 열립니다. '확인되지 않음'은 값이 없다는 뜻이 아니라 우리가 출처를 찾지 못했다는 뜻입니다."
  return h("section", { class: "matrix", id: "matrix-any" }, h("spec-matrix", {},
    h("p", { class: "matrix__how" }, h("strong", {}, "읽는 법."), ` ${how}`),
    h("div", { class: "scroll", role: "region", tabindex: "0", "aria-label": `표: ${title}` }, whole)))
}
