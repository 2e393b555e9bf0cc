// Which cells stand in a row, and where.

/** Puts the cells of these columns, and no others, into a row, moving as little as it can. */
export function place(tr, before, columns, cell) {
  if (columns === before) return
  for (const column of before) if (!columns.includes(column)) cell(column).remove()
  let at = tr.cells[1] ?? null
  for (const column of columns) {
    const next = cell(column)
    if (next === at) at = at.nextElementSibling
    else tr.insertBefore(next, at)
  }
}
