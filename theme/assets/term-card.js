// What a term means, beside it (card.js), and how much of a page's terms is marked: first uses, all, none. The page carries the notes
// of the terms it uses; `<term-card>` stands among them, hidden but for the choice that this module puts there.

import { cards, close, prepare } from "./card.js"
import { h } from "./dom.js"

const KEY = "guide.terms"
const MODES = [["first", "처음 나올 때만"], ["all", "모두"], ["none", "표시 안 함"]]
const ORDER = ["", "구별", "먼저", "출처"] // why it matters stands without a label
const LABEL = /^(구별|먼저|출처): ([^]*)/
const root = document.documentElement
const MARKED = ".md-typeset .term[data-term]:not(.neighbours *)"

const notes = [...document.querySelectorAll(".terms li")]
const noteOf = a => document.getElementById(`t-${a.dataset.term}`)
const mode = () => MODES.some(([name]) => name === root.dataset.terms) ? root.dataset.terms : "first"

/** The page of all terms, as this page links it. */
const glossary = () => document.querySelector(".terms__label a").getAttribute("href")

function fill(note) {
  const choose = h("a", { href: "#term-marks" }, "용어 표시")
  const apart = document.querySelectorAll(`.terms p[data-apart="${notes.indexOf(note)}"]`) // said in the other's note
  const [what, ...said] = [...note.children, ...apart].map(part => part.cloneNode(true))
  const lines = ORDER.flatMap(label => said.filter(p => (LABEL.exec(p.textContent)?.[1] ?? "") === label))
  return { parts: [what, ...lines.map(labelled)], href: `${glossary()}#${note.id.slice(2)}`, more: "용어 풀이에서 보기", extra: [choose] }
}

/** What a line of a note says it is stands out: "먼저: CUDA, 워프". */
function labelled(p) {
  const [, label, text] = LABEL.exec(p.textContent) ?? []
  if (label) p.replaceChildren(h("i", {}, label), " ", ...label === "먼저" ? linked(text.trim().split(", ")) : [text])
  return p
}

/** Names of terms that the page explains lead to the glossary. */
function linked(listed) {
  const ids = new Map(notes.map(note => [note.querySelector("b").textContent, note.id.slice(2)]))
  return listed.flatMap((name, n) => [n ? ", " : "", ids.has(name) ? h("a", { href: `${glossary()}#${ids.get(name)}` }, name) : name])
}

/** Later uses are links while all are marked, and text again when they are not; with none marked nothing takes the focus. */
function apply() {
  close()
  const now = mode()
  for (const mark of document.querySelectorAll(MARKED)) {
    if (mark.localName === "span" && now === "all") {
      const link = h("a", { class: "term", href: `${glossary()}#${mark.dataset.term}`, "data-term": mark.dataset.term, "data-later": true }, ...mark.childNodes)
      mark.replaceWith(link)
      prepare(link)
    } else if ("later" in mark.dataset && now !== "all") {
      mark.replaceWith(h("span", { class: "term", "data-term": mark.dataset.term }, ...mark.childNodes))
    } else if (mark.localName === "a") {
      now === "none" ? mark.setAttribute("tabindex", "-1") : mark.removeAttribute("tabindex")
    }
  }
}

function choose(name) {
  root.dataset.terms = name
  try { localStorage.setItem(KEY, name) } catch { /* storage is off: this page only */ }
  apply()
}

class TermCard extends HTMLElement {
  connectedCallback() {
    if (this.querySelector("fieldset")) return
    this.prepend(h("fieldset", { id: "term-marks", class: "term-marks", tabindex: "-1" }, h("legend", {}, "본문의 용어 표시"), ...MODES.map(([name, text]) =>
      h("label", {}, h("input", { type: "radio", name: "term-marks", value: name, checked: name === mode(), onchange: () => choose(name) }), ` ${text}`))))
  }
}

cards({ of: "a.term[data-term]", name: "term-card", note: noteOf, about: note => [note.firstElementChild], fill })
if (document.querySelector(".terms__label a")) apply()
customElements.define("term-card", TermCard)
