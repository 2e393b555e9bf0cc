// The anatomy of a number beside it: what `a.fact` leads to, as a card (card.js).

import { cards } from "./card.js"

const noteOf = a => document.getElementById(decodeURIComponent(a.hash.slice(1)))
const productOf = note => note.parentElement.previousElementSibling

/** The note's own content under its product's name, with its sources by title. */
function fill(note) {
  const copy = note.cloneNode(true), list = note.parentElement
  copy.firstElementChild.prepend(...productOf(note).cloneNode(true).childNodes, " ")
  for (const mark of copy.querySelectorAll("a[href^='#src-']")) {
    const named = noteOf(mark)?.querySelector("a")
    if (named) mark.replaceWith(`${mark.textContent} `, named.cloneNode(true))
  }
  const number = list.start + [...list.children].indexOf(note)
  return { parts: [...copy.childNodes], href: `#${note.id}`, more: `${note.closest("section").firstElementChild.textContent} ${number}` }
}

cards({ of: "a.fact", name: "fact-card", note: noteOf, about: note => [productOf(note), note.firstElementChild], fill })
