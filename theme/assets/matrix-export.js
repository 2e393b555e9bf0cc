// The table as it is chosen, as text for other programs: with units, qualifiers and the addresses of sources.
import { unitOf, words } from "./matrix-model.js"

/** The sources a node cites, as { title, url }, through the page's list of sources. */
function sourcesOf(node) {
  return [...node.querySelectorAll("sup.ref a[href]")].map(mark => {
    const href = mark.getAttribute("href")
    const entry = href.startsWith("#") ? document.getElementById(decodeURIComponent(href.slice(1)))?.querySelector("a[href]") : mark
    return entry && { title: entry === mark ? mark.textContent : entry.textContent.trim(), url: entry.href }
  }).filter(Boolean)
}

const qualifiers = text => Object.fromEntries(text.split(" ").filter(Boolean).map(pair => pair.split(":")))

function valueOf(value, row, chosen) {
  const { unit, factor } = unitOf(row, chosen)
  const said = value.data ? [...value.node.querySelectorAll("small:not([data-added])")].map(s => s.textContent.trim()).join(" · ") : ""
  return {
    ...(value.number === null ? { text: words(value.node).trim() } : { value: Number((value.number * factor).toPrecision(6)), unit, text: value.data.textContent }),
    ...(said && { note: said }),
    qualifiers: { ...qualifiers(row.q), ...qualifiers(value.q) },
    ...(value.state && { state: value.state }),
    ...(value.other && { other: true }),
    sources: sourcesOf(value.node),
  }
}

/** Everything shown, as a plain value. `view` = { model, state, columns, rows }. */
export function plain({ model, state, columns, rows }) {
  return {
    title: model.title,
    url: location.href,
    columns: columns.map(c => ({ id: c.id, name: c.name, ...(c.stage && { stage: c.stage }), ...(c.note && { note: c.note }) })),
    rows: rows.map(row => ({
      key: row.key,
      ...(row.group && { group: row.group.label }),
      label: row.label,
      ...(row.words && { note: row.words }),
      ...(row.unit && { unit: unitOf(row, state.units).unit }),
      ...(row.better && { better: row.better }),
      cells: Object.fromEntries(columns.map(c => [c.id, row.cells[c.index].all.map(v => valueOf(v, row, state.units))])),
    })),
  }
}

export const json = view => JSON.stringify(plain(view), null, 1)

const nameOf = column => column.note ? `${column.name} (${column.note})` : column.name

/** A cell in words: numbers without the unit when the row states it. */
const said = (values, bare) => values.map(v => {
  const number = bare && v.value !== undefined ? String(v.value) : v.text
  return v.note ? `${number} (${v.note})` : number
}).join(" / ")

/** One line a row: the values, then for each column the addresses they come from. */
export function csv(view) {
  const table = plain(view)
  const head = ["항목", "조건", "단위", ...table.columns.map(nameOf), ...table.columns.map(c => `${c.name} 출처`)]
  const lines = table.rows.map(row => [
    row.label, row.note ?? "", row.unit ?? "",
    ...table.columns.map(c => said(row.cells[c.id], true)),
    ...table.columns.map(c => [...new Set(row.cells[c.id].flatMap(v => v.sources.map(s => s.url)))].join(" ")),
  ])
  // A cell that begins like a formula is text here and must stay text in a spreadsheet.
  const quote = text => {
    const safe = /^[=+@\t]|^-(?![\d.])/.test(text) ? `'${text}` : text
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return [head, ...lines].map(line => line.map(quote).join(",")).join("\r\n") + "\r\n"
}

/** A pipe table with numbered sources below. */
export function markdown(view) {
  const table = plain(view), numbers = new Map()
  const escape = text => text.replace(/[|\\`*_[\]<>]/g, "\\$&").replaceAll("\n", " ")
  const mark = source => {
    if (!numbers.has(source.url)) numbers.set(source.url, { number: numbers.size + 1, title: source.title })
    return `[${numbers.get(source.url).number}]`
  }
  const cell = values => values.map(v => `${escape(said([v], false))}${v.sources.map(s => ` ${mark(s)}`).join("")}`).join("<br>")
  const rows = table.rows.map(row => `| ${escape(row.label)}${row.note ? ` (${escape(row.note)})` : ""} | ${table.columns.map(c => cell(row.cells[c.id])).join(" | ")} |`)
  const lines = [
    `**${escape(table.title)}**`, "",
    `| 항목 | ${table.columns.map(c => escape(nameOf(c))).join(" | ")} |`,
    `| --- |${" --- |".repeat(table.columns.length)}`,
    ...rows, "",
    ...[...numbers].map(([url, s]) => `${s.number}. ${escape(s.title)} <${url}>`),
    "", `<${table.url}>`, "",
  ]
  return lines.join("\n")
}

export const WRITERS = { csv, markdown, json }
