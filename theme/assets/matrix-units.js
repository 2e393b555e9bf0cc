// The numbers of a row in the unit the reader has chosen, where the row offers it.
import { shown, unitOf } from "./matrix-model.js"

/** Rewrites the numbers of one row, only when its unit changes. The text of the page comes back with its own unit. */
export function convert(row, chosen) {
  if (!row.units.size) return
  const { unit, factor } = unitOf(row, chosen)
  if ((row.shownUnit ?? row.unit) === unit) return
  row.shownUnit = unit
  for (const cell of row.cells) {
    for (const value of cell.all) {
      if (!value.data || value.number === null) continue
      value.data.firstChild.data = unit === row.unit ? value.shown : `${shown(value.number * factor)}\u00a0${unit}`
    }
  }
}
