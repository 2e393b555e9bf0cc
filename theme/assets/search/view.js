// What the search shows, as elements. Text only ever becomes text: nothing of a query or an index is read as markup.

import { h as element } from "../dom.js"

export const KINDS = { section: "본문", term: "용어", product: "제품", matrix: "비교표", question: "문제", lab: "실습", page: "그 밖" }
const WRONG = {
  missing: "찾기 색인이 없습니다. 사이트를 다시 만들어야 합니다.",
  corrupt: "찾기 색인을 읽을 수 없습니다. 잠시 뒤에 새로 고쳐 주십시오.",
  stale: "사이트가 방금 바뀌었습니다. 페이지를 새로 고쳐 주십시오.",
  offline: "인터넷에 연결되어 있지 않아 찾기 색인을 받을 수 없습니다.",
  network: "찾기 색인을 받지 못했습니다. 연결을 확인하고 다시 찾아 주십시오.",
  worker: "찾기를 시작하지 못했습니다. 페이지를 새로 고쳐 주십시오.",
}

/** The particle that fits a Korean word; both where the word ends in something else, read who knows how: 로/으로, 라고/이라고. */
export function particle(word, open, closed) {
  const tail = (word.charCodeAt(word.length - 1) - 0xAC00) % 28
  if (!/[가-힣]$/.test(word)) return `(${closed.replace(open, "")})${open}`
  return tail === 0 || (tail === 8 && open === "로") ? open : closed
}

/** An element; children that are nothing are left out. */
export const h = (name, attributes, ...children) => element(name, attributes, ...children.flat().filter(c => c !== null && c !== undefined && c !== ""))

export const failure = reason => h("p", { class: "guide-find__note" }, WRONG[reason] ?? WRONG.network)

/** The address of a place, with what to mark there. */
export function address(base, { url, id }, marks) {
  const query = marks.length ? `?h=${encodeURIComponent(marks.slice(0, 12).join("|"))}` : ""
  return `${base}${url}${query}${id ? `#${encodeURIComponent(id)}` : ""}`
}

export function item(result, base, marks) {
  const kind = h("span", { class: "guide-find__kind" }, result.beside ? "함께 볼 글" : KINDS[result.kind] ?? "")
  const place = [result.section ? `${result.section} ` : "", result.heading && result.kind !== "term" && result.kind !== "question" ? result.title : ""].join("")
  const title = result.kind === "question" ? `${result.title}: 확인 문제` : result.heading || result.title
  return h("li", { class: `md-search-result__item guide-find__item guide-find__item--${result.kind}` },
    h("a", { class: "md-search-result__link guide-find__link", href: address(base, result, marks) },
      h("span", { class: "guide-find__where" }, kind, place),
      h("span", { class: "guide-find__title" }, title),
      h("span", { class: "guide-find__passage" })),
    result.more.length ? h("ul", { class: "guide-find__more" }, result.more.map(m => h("li", {}, h("a", { href: address(base, { ...result, id: m.id }, marks) }, m.heading)))) : null)
}

/** Fills the passage of an item: every second part is marked. */
export function fill(li, parts) {
  const box = li.querySelector(".guide-find__passage")
  box.replaceChildren(...parts.filter(p => p).length ? parts.map((part, i) => i % 2 ? h("mark", {}, part) : part) : [])
}

export function definition(found, base) {
  const { home, wrong, title } = found
  return h("section", { class: "guide-find__term", "aria-label": "용어의 뜻" },
    h("p", { class: "guide-find__name" }, h("a", { href: `${base}glossary/#${encodeURIComponent(found.id)}` }, h("dfn", {}, title)), h("small", { class: "guide-find__gloss" })),
    wrong ? h("p", { class: "guide-find__wrong" }, `'${wrong}' 대신 '${title}'${particle(title, "라고", "이라고")} 씁니다.`) : null,
    h("p", { class: "guide-find__meaning" }),
    home ? h("p", { class: "guide-find__home" }, "배우는 곳: ", h("a", { href: base + home.url }, `${home.section} ${home.title}`)) : null)
}

/** Filters: a button a kind and a list of chapters; only what there is. */
export function filters(answer, chosen, choose) {
  const kinds = Object.entries(KINDS).filter(([kind]) => answer.kinds[kind])
  const chapters = Object.keys(answer.chapters).sort((a, b) => a - b)
  const button = (kind, text) => h("button", { type: "button", "data-kind": kind, "aria-pressed": String((chosen.kind ?? "") === kind), onclick: () => choose({ ...chosen, kind: kind || undefined }) }, text)
  return [
    h("div", { class: "guide-find__kinds", role: "group", "aria-label": "종류로 거르기" },
      button("", "모두"), kinds.map(([kind, name]) => button(kind, `${name} ${answer.kinds[kind]}`))),
    chapters.length > 1 || chosen.chapter ? h("label", { class: "guide-find__chapter" }, "장 ",
      h("select", { onchange: event => choose({ ...chosen, chapter: event.target.value || undefined }) },
        h("option", { value: "" }, "모두"),
        chapters.map(c => h("option", { value: c, selected: chosen.chapter === c }, `${c}장 (${answer.chapters[c]})`)))) : null,
  ].filter(Boolean)
}

/** A list of queries to choose from. */
export const queries = (label, list, choose, ...after) => list.length ? h("section", { class: "guide-find__queries", "aria-label": label },
  h("h2", {}, label), h("ul", {}, list.map(q => h("li", {}, h("button", { type: "button", onclick: () => choose(q) }, q)))), ...after) : null

const STARTS = [["glossary/", "용어 풀이"], ["map/", "학습 순서"], ["products/", "제품"], ["compare/", "비교표"]]

export const nothing = (query, base) => h("div", { class: "guide-find__note" },
  h("p", {}, `'${query.length > 60 ? `${query.slice(0, 60)}…` : query}'에 맞는 글이 없습니다.`),
  h("p", {}, "이 사이트는 NVIDIA AI 인프라만 다룹니다. 더 짧은 말이나 다른 이름으로 찾거나, 아래에서 골라 보십시오."),
  h("p", {}, STARTS.flatMap(([url, name], i) => [i ? " · " : "", h("a", { class: "guide-find__start", href: `${base}${url}` }, name)])))
