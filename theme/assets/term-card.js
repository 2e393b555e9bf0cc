// What a term means, beside it (card.js), and how much of a page's terms is marked: first uses, all, none. The page carries the notes
// of the terms it uses; `<term-card>` stands among them, hidden but for the choice that this module puts there.

import { cards, close, prepare } from "./card.js"
import { h } from "./dom.js"

const KEY = "guide.terms"
const MODES = [["first", "처음 나올 때만"], ["all", "모두"], ["none", "표시 안 함"]]
const root = document.documentElement
const MARKED = ".md-typeset .term[data-term]:not(.neighbours *)"

// The list says once, in order, whose notes these are.
for (const list of document.querySelectorAll(".terms ul[data-terms]")) list.dataset.terms.split(" ").forEach((id, n) => { list.children[n].id = `t-${id}` })

const noteOf = a => document.getElementById(`t-${a.dataset.term}`)
const mode = () => MODES.some(([name]) => name === root.dataset.terms) ? root.dataset.terms : "first"

/** The page of all terms, as this page links it. */
const glossary = () => document.querySelector(".terms__label a").getAttribute("href")

function fill(note) {
  const choose = h("a", { href: "#term-marks" }, "용어 표시")
  const id = note.id.slice(2), place = [...note.parentNode.children].indexOf(note)
  const apart = [...note.parentNode.querySelectorAll(`p[data-apart="${place}"]`)].map(p => p.cloneNode(true)) // said in the other's note
  const parts = [...note.cloneNode(true).childNodes, ...apart]
  parts.filter(p => p.firstElementChild?.localName === "i" && p.textContent.startsWith("먼저")).forEach(linked)
  return { parts, href: `${glossary()}#${id}`, more: "용어 풀이에서 보기", extra: [choose] }
}

/** Names of terms that the page explains lead to the glossary: "먼저 CUDA, 워프". */
function linked(p) {
  const ids = new Map([...document.querySelectorAll(".terms li")].map(li => [li.querySelector("b").textContent, li.id.slice(2)]))
  const names = p.lastChild.textContent.trim().split(", ")
  p.lastChild.replaceWith(" ", ...names.flatMap((name, n) => [n ? ", " : "", ids.has(name) ? h("a", { href: `${glossary()}#${ids.get(name)}` }, name) : name]))
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
