// Reads a plain matrix table once. What follows works on this, never on what the page happens to show.

/** The words of a node without source marks and what script has added. */
export function words(node) {
  let text = ""
  for (const child of node.childNodes) {
    if (child.nodeType === Node.TEXT_NODE) text += child.data
    else if (child.nodeType === Node.ELEMENT_NODE && !child.matches("sup.ref, [data-added]")) text += words(child)
  }
  return text.replace(/\s+/g, " ")
}

/** One value of a cell: a number with its qualifiers, or words. */
function readValue(node) {
  const data = node.matches("data") ? node : node.querySelector("data[value]")
  const number = data ? Number(data.getAttribute("value")) : NaN
  return {
    node,
    data,
    shown: data?.firstChild?.data ?? "",
    number: Number.isFinite(number) ? number : null,
    q: node.dataset.q ?? "",
    state: node.querySelector("[data-state]")?.dataset.state ?? null,
    other: node.classList.contains("matrix__other"),
  }
}

class Cell {
  #values
  #numbers
  #key
  constructor(td, row, column) { Object.assign(this, { td, row, column }) }

  /** What the cell says, first what we hold true. */
  get all() {
    if (!this.#values) {
      const parts = this.td.querySelectorAll(".matrix__value")
      this.#values = parts.length ? [...parts].map(readValue) : [readValue(this.td)]
    }
    return this.#values
  }

  /** The numbers we hold true. */
  get numbers() { return this.#numbers ??= this.all.filter(v => v.number !== null && !v.other) }

  /** Two cells say the same when these are equal. */
  get key() {
    return this.#key ??= this.all.filter(v => !v.other).map(v => v.number === null ? words(v.node).trim() : `${v.number} ${v.q}`).join(" / ")
  }

  get known() { return !this.all.every(v => ["unknown", "missing", "not_applicable"].includes(v.state)) }
}

function readRow(tr, group, columns) {
  const head = tr.cells[0]
  const smalls = [...head.querySelectorAll("small")]
  const row = {
    key: tr.dataset.row,
    tr,
    head,
    group,
    label: [...head.childNodes].filter(n => !n.matches?.("small")).map(n => n.textContent).join("").trim(),
    words: smalls.map(s => s.textContent.trim()).join(" · "),
    better: tr.dataset.better ?? null,
    unit: tr.dataset.unit ?? null,
    units: new Map((tr.dataset.units ?? "").split(" ").filter(Boolean).map(pair => {
      const at = pair.lastIndexOf(":")
      return [pair.slice(0, at), Number(pair.slice(at + 1))]
    })),
    q: tr.dataset.q ?? "",
    variant: tr.dataset.variant ?? null,
  }
  row.cells = columns.map((column, i) => new Cell(tr.cells[i + 1], row, column))
  return row
}

/** { columns, rows, groups, families } of a table with the contract's attributes. */
export function read(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1)
  const columns = heads.map((head, index) => ({
    id: head.dataset.subject ?? String(index + 1),
    name: [...head.childNodes].filter(n => !n.matches?.("small")).map(n => n.textContent).join("").trim(),
    note: [...head.querySelectorAll("small")].map(s => s.textContent.trim()).join(" · "),
    stage: head.dataset.stage ?? null,
    head,
    index,
  }))
  const rows = [], groups = []
  for (const tr of table.tBodies[0].rows) {
    if (tr.classList.contains("matrix__group")) groups.push({ tr, label: tr.textContent.trim(), rows: [] })
    else if (tr.dataset.row) {
      const row = readRow(tr, groups.at(-1) ?? null, columns)
      rows.push(row)
      row.group?.rows.push(row)
    }
  }
  return { table, title: table.caption?.textContent.trim() ?? "", columns, rows, groups, families: families(rows), varies: rows.some(r => r.variant) }
}

/** Sets of units that one choice changes together. */
function families(rows) {
  const found = []
  for (const row of rows) {
    const names = [...row.units.keys()]
    if (!names.length) continue
    const same = found.filter(f => names.some(n => f.has(n)))
    const all = new Set([...same.flatMap(f => [...f]), ...names])
    found.splice(0, found.length, ...found.filter(f => !same.includes(f)), all)
  }
  return found.map(f => [...f])
}

/** 16,896 / 3.35: as the server writes numbers, to six figures. */
export function shown(number) {
  const text = String(Number(number.toPrecision(6)))
  if (text.includes("e")) return text
  const [whole, part] = text.split(".")
  const grouped = Math.abs(number) >= 1000 ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole
  return part ? `${grouped}.${part}` : grouped
}

/** The unit a row is shown in, and the factor from its own. */
export function unitOf(row, chosen) {
  const unit = chosen.find(u => row.units.has(u)) ?? row.unit
  return { unit, factor: row.units.get(unit) ?? 1 }
}

/** The first pair of numbers of two cells that measure the same thing: [a, b], and the node of a; `other` when only conditions differ. */
export function comparable(a, b) {
  const mine = a.numbers, theirs = b.numbers
  for (const x of mine) for (const y of theirs) if (x.q === y.q) return { pair: [x.number, y.number], node: x.node }
  return { pair: null, other: mine.length > 0 && theirs.length > 0 }
}

/** The qualifiers under which most cells of a row hold a number; ties go to the first. */
export function commonQualifiers(cells) {
  const counts = new Map()
  for (const cell of cells) for (const q of new Set(cell.numbers.map(v => v.q))) counts.set(q, (counts.get(q) ?? 0) + 1)
  let best = null
  for (const [q, n] of counts) if (best === null || n > counts.get(best)) best = q
  return best
}

/** The number of a cell under some qualifiers, or null. */
export const numberUnder = (cell, q) => cell.numbers.find(v => v.q === q)?.number ?? null

/** 2.14배, 12.4배, 0.48배. */
export const times = ratio => `${shown(Number(ratio.toPrecision(ratio >= 1 ? 3 : 2)))}배`
