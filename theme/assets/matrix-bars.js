// Bars beside the numbers, against a chosen column. Two numbers compare only when all their qualifiers are the same.
import { h } from "./dom.js"
import { comparable, times } from "./matrix-model.js"

const TONES = { better: "유리", worse: "불리", same: "" }

/** What each shown cell of a row says against the base cell: [{ cell, ratio, share, tone, text }]. */
export function against(row, columns, base) {
  const mine = row.cells[base.index]
  const found = columns.map(column => {
    const cell = row.cells[column.index], { pair, node, other } = comparable(cell, mine)
    return { cell, node, pair: pair && pair[1] > 0 ? pair : null, other }
  })
  const most = Math.max(0, ...found.filter(f => f.pair).flatMap(f => f.pair))
  return found.map(({ cell, node, pair, other }) => {
    if (!pair) return { cell, text: other ? "조건이 달라 견주지 않음" : "" }
    const ratio = pair[0] / pair[1]
    const tone = cell === mine || ratio === 1 || !row.better ? "same" : (ratio > 1) === (row.better === "higher") ? "better" : "worse"
    const text = cell === mine ? "기준" : [times(ratio), TONES[tone]].filter(Boolean).join(" · ")
    return { cell, node, ratio, share: pair[0] / most, tone, text }
  })
}

/** Draws, or takes away, the bars of one row. A row of words has none. */
export function draw(row, columns, base) {
  const alone = columns.length < 2 && columns[0] === base
  const found = base && !alone && row.cells[base.index].numbers.length ? against(row, columns, base) : []
  const wanted = new Map(found.map(f => [f.cell, f]))
  for (const cell of row.cells) {
    const say = wanted.get(cell)
    if (!say?.text) {
      if (cell.bar) cell.bar.hidden = true
      continue
    }
    cell.bar ??= h("small", { class: "matrix__ratio", "data-added": true })
    // Under the number it belongs to, not under other figures in circulation.
    const above = say.node && say.node !== cell.td ? say.node : cell.td.lastChild
    if (cell.bar.previousSibling !== above && above !== cell.bar) above.after(cell.bar)
    cell.bar.hidden = false
    if (cell.bar.textContent !== say.text) cell.bar.textContent = say.text
    cell.bar.dataset.tone = say.tone ?? "none"
    cell.bar.style.setProperty("--share", say.share === undefined ? "0" : say.share.toFixed(4))
  }
}
