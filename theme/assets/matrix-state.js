// What a reader has chosen, as a plain value: to and from the address, and what follows from it.
import { commonQualifiers, numberUnder, words } from "./matrix-model.js"

export const START = Object.freeze({ cols: null, diff: false, sort: null, sparsity: "dense", units: [], base: null, view: null, card: null })
const KEYS = ["cols", "diff", "sort", "sparsity", "unit", "base", "view", "card"]

/** A state out of a query; what the table does not have is left out. */
export function fromQuery(search, prefix, model) {
  const given = new URLSearchParams(search)
  const get = key => given.get(prefix + key)
  const isColumn = id => model.columns.some(c => c.id === id)
  const isRow = key => model.rows.some(r => r.key === key)
  const cols = [...new Set((get("cols") ?? "").split(",").filter(isColumn))]
  const sort = get("sort") ?? ""
  const row = sort.replace(/^-/, "")
  const units = (get("unit") ?? "").split(",").filter(u => model.families.some(f => f.includes(u)))
  const one = (key, allowed) => allowed.includes(get(key)) ? get(key) : null
  return tidy({
    cols: cols.length ? cols : null,
    diff: get("diff") === "1",
    sort: isRow(row) ? { row, down: sort.startsWith("-") } : null,
    sparsity: (model.varies && one("sparsity", ["sparse", "both"])) || "dense",
    units: model.families.map(f => units.find(u => f.includes(u))).filter(Boolean),
    base: isColumn(get("base")) ? get("base") : null,
    view: one("view", ["table"]),
    card: isColumn(get("card")) ? get("card") : null,
  }, model)
}

/** The query with this state in it and everybody else's parameters as they were. */
export function toQuery(search, prefix, state) {
  const said = {
    cols: state.cols?.join(","),
    diff: state.diff && "1",
    sort: state.sort && `${state.sort.down ? "-" : ""}${state.sort.row}`,
    sparsity: state.sparsity !== "dense" && state.sparsity,
    unit: state.units.join(","),
    base: state.base,
    view: state.view,
    card: state.card,
  }
  const others = search.replace(/^\?/, "").split("&").filter(part => part && !KEYS.some(k => part.split("=")[0] === prefix + k))
  const mine = KEYS.filter(k => said[k]).map(k => `${prefix}${k}=${encodeURIComponent(said[k]).replace(/%(2C|2F|3A)/g, decodeURIComponent)}`)
  const all = [...others, ...mine].join("&")
  return all ? `?${all}` : ""
}

/** The same state in its shortest form. */
export function tidy(state, model) {
  const order = model.columns.map(c => c.id)
  const same = state.cols && state.cols.length === order.length && state.cols.every((id, i) => id === order[i])
  return { ...state, cols: same ? null : state.cols }
}

/** Ids of the chosen columns in the reader's own order. */
export const chosen = (state, model) => state.cols ?? model.columns.map(c => c.id)

/** The columns to show, in order. */
export function columnsOf(state, model) {
  const byId = new Map(model.columns.map(c => [c.id, c]))
  const columns = chosen(state, model).map(id => byId.get(id))
  const row = state.sort && model.rows.find(r => r.key === state.sort.row)
  return row ? sorted(columns, row, state.sort.down) : columns
}

/** How many of these columns hold a number in a row that measures something else than the others. */
export function apart(row, columns) {
  const cells = columns.map(c => row.cells[c.index]), q = commonQualifiers(cells)
  return cells.filter(cell => cell.numbers.length && numberUnder(cell, q) === null).length
}

const STATES = ["yes", "partial", "no", "not_applicable", "unknown"]

/** Columns by what they hold in a row. Numbers that measure something else, and unknowns, come last as they were. */
function sorted(columns, row, down) {
  const cells = columns.map(c => row.cells[c.index])
  const q = commonQualifiers(cells)
  const rank = cell => {
    if (q !== null) return numberUnder(cell, q)
    if (!cell.known) return null
    const state = STATES.indexOf(cell.all[0].state ?? "")
    return state >= 0 ? state : words(cell.td).trim()
  }
  const ranked = columns.map((column, i) => ({ column, value: rank(cells[i]) }))
  const known = ranked.filter(r => r.value !== null)
  known.sort((a, b) => (down ? -1 : 1) * compare(a.value, b.value))
  return [...known, ...ranked.filter(r => r.value === null)].map(r => r.column)
}

const compare = (a, b) => typeof a === "number" && typeof b === "number" ? a - b
  : typeof a === typeof b ? a.localeCompare(b, "ko") : typeof a === "number" ? -1 : 1

/** Whether a row is shown for these columns. */
export function isShown(row, state, columns) {
  if (row.variant && state.sparsity !== "both" && row.variant !== state.sparsity) return false
  return !state.diff || columns.length < 2 || new Set(columns.map(c => row.cells[c.index].key)).size > 1
}
