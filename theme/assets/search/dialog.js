// The search dialog: what is typed goes to the worker, what comes back is shown; links, keys and the address do the rest.

import { Client } from "./client.js"
import { clear, recent, remember } from "./recent.js"
import * as view from "./view.js"

const { h } = view
const dialog = document.querySelector("dialog.guide-find")
const input = dialog.querySelector("input")
const base = new URL(`${dialog.dataset.base.replace(/\/?$/, "/")}`, location.href).href

document.head.append(h("link", { rel: "stylesheet", href: new URL("./search.css", import.meta.url).href }))

const parts = {
  status: h("p", { class: "guide-find__status", role: "status" }),
  filters: h("div", { class: "guide-find__filters" }),
  term: h("div", {}),
  list: h("ol", { class: "md-search-result__list guide-find__list", "aria-label": "찾은 곳" }),
  extra: h("div", {}),
}
const share = h("button", { type: "button", class: "guide-find__share", onclick: copyAddress, hidden: true }, "이 검색의 주소 복사")
const body = h("div", { class: "guide-find__body" }, parts.status, parts.filters, parts.term, parts.list, parts.extra, share)
dialog.append(body)

let filter = {}
let answer = null
const client = new Client({ answer: show, definition: define, passage: ({ nth, parts: text }) => { const li = parts.list.children[nth]; if (li) view.fill(li, text) }, failed })

export function open(query) {
  if (!dialog.open) dialog.showModal()
  if (query !== undefined) input.value = query
  input.focus()
  client.open().catch(error => failed(error.message))
  typed()
}

/** Something was typed, pasted, or composed so far. */
export function typed() {
  const query = input.value
  if (!query.trim()) { client.forget(); start(); return }
  client.ask(query, filter)
}

function blank() {
  answer = null
  for (const part of Object.values(parts)) part.replaceChildren()
  share.hidden = true
}

function start() {
  blank()
  filter = {}
  const forget = h("button", { type: "button", class: "guide-find__clear", onclick: () => { clear(); start(); input.focus() } }, "최근 찾은 말 지우기")
  const list = view.queries("최근 찾은 말", recent(), choose, forget)
  if (list) parts.extra.append(list)
  parts.status.textContent = "용어, 제품, 질문을 우리말이나 영어로 적어 보십시오. 초성과 일부만으로도 찾습니다."
}

function choose(query) {
  input.value = query
  input.focus()
  typed()
}

function failed(reason) {
  blank()
  parts.extra.replaceChildren(view.failure(reason))
}

function show(made) {
  answer = made
  const { results, definition, corrected, marks } = made
  parts.list.replaceChildren(...results.map(r => view.item(r, base, marks)))
  parts.term.replaceChildren(...definition ? [view.definition(definition, base)] : [])
  const any = Object.keys(made.kinds).length > 0
  parts.filters.replaceChildren(...any ? view.filters(made, filter, next => { filter = next; typed() }) : [])
  const found = results.length ? `${results.filter(r => !r.beside).length}곳을 찾았습니다.` : any ? "고른 종류와 장에는 없습니다." : ""
  parts.status.textContent = [corrected ? `'${corrected}'${view.particle(corrected, "로", "으로")} 찾았습니다.` : "", found].filter(Boolean).join(" ")
  const others = view.queries("이어서 찾기", made.suggestions, choose)
  parts.extra.replaceChildren(...[any ? null : view.nothing(made.query, base), others].filter(Boolean))
  if (!any) parts.status.textContent = "맞는 글이 없습니다."
  share.hidden = !any
  body.scrollTop = 0
}

function define({ title, gloss, text }) {
  const box = parts.term.firstElementChild
  if (!box) return
  box.querySelector("dfn").textContent = title
  box.querySelector(".guide-find__gloss").textContent = gloss
  box.querySelector(".guide-find__meaning").textContent = text
}

async function copyAddress() {
  const url = new URL(location.href)
  url.search = `?q=${encodeURIComponent(input.value.trim().slice(0, 200))}`
  url.hash = ""
  try {
    await navigator.clipboard.writeText(url.href)
    share.textContent = "복사했습니다"
  } catch { prompt("이 주소를 복사하십시오.", url.href) }
  setTimeout(() => share.textContent = "이 검색의 주소 복사", 1500)
}

// --- keys and links --------------------------------------------------------------
const stops = () => [input, ...body.querySelectorAll(".guide-find__name a, .guide-find__home a, .guide-find__link, .guide-find__more a, .guide-find__start")]
dialog.addEventListener("keydown", event => {
  if (event.isComposing) return
  // A search field takes Escape to empty itself; here it closes, once.
  if (event.key === "Escape") { event.preventDefault(); dialog.close() } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    if (event.target.matches("select")) return
    const all = stops(), at = all.indexOf(event.target)
    const next = all[(at < 0 ? 0 : at) + (event.key === "ArrowDown" ? 1 : -1)]
    if (next) { event.preventDefault(); next.focus() }
  } else if (event.key === "Enter" && event.target === input) {
    event.preventDefault()
    const first = answer && (parts.term.querySelector(".guide-find__name a") && !parts.list.children.length ? parts.term.querySelector("a") : parts.list.querySelector("a"))
    if (first) first.click()
  }
})
dialog.addEventListener("click", event => {
  if (event.target === dialog) { dialog.close(); return }
  if (event.target.closest("[data-find=close]")) dialog.close()
  const link = event.target.closest("a[href]")
  if (!link) return
  remember(input.value)
  // A place on this very page: nothing is loaded, so the dialog must go by itself.
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey && link.pathname === location.pathname) {
    dialog.close()
    if (link.hash) import("./highlight.js").then(m => m.mark(answer?.marks ?? []))
  }
})
dialog.querySelector("form").addEventListener("submit", event => event.preventDefault())
