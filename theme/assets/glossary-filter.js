// Narrows the glossary as one types, and by chapter, level and exam objective. What is chosen stands in the address.
// What is typed is read by the search's matcher, which comes when something is typed.

const FIELDS = ["term", "chapter", "level", "objective"]

class GlossaryFilter extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form")
    if (!this.form?.hidden) return
    this.form.hidden = false
    this.output = this.form.querySelector("output")
    this.groups = [...document.querySelectorAll("h2[id^='index-']")].map(heading => ({ heading, letter: document.querySelector(`.letters a[href='#${heading.id}']`), entries: [] }))
    this.entries = [...document.querySelectorAll("section.entry[data-section]")].map(read)
    for (const entry of this.entries) this.groups.findLast(g => g.heading.compareDocumentPosition(entry.node) & Node.DOCUMENT_POSITION_FOLLOWING)?.entries.push(entry)
    const asked = new URLSearchParams(location.search)
    for (const name of FIELDS) if (this.form.elements[name] && asked.has(name)) this.form.elements[name].value = asked.get(name)
    this.form.addEventListener("input", () => this.narrow())
    this.form.addEventListener("submit", event => { event.preventDefault(); this.narrow() })
    addEventListener("hashchange", () => this.reveal())
    if (FIELDS.some(name => this.value(name))) this.narrow().then(() => this.reveal())
  }

  value(name) { return this.form.elements[name]?.value.trim() ?? "" }

  async narrow() {
    const typed = this.value("term")
    if (typed) {
      try { this.matcher ??= new (await import("./search/names.js")).Names(this.entries) } catch { this.output.textContent = "찾기를 불러오지 못했습니다. 연결을 확인하고 다시 적어 주십시오."; return }
      if (typed !== this.value("term")) return // More was typed meanwhile; that narrows.
    }
    const [q, chapter, level, objective] = FIELDS.map(name => this.value(name))
    const { found, read } = q ? this.matcher.find(q) : { found: null, read: "" }
    let count = 0
    for (const entry of this.entries) {
      const shown = (!found || found.has(entry)) && (!chapter || entry.chapter === chapter) && (!level || entry.level === level) && (!objective || entry.objectives.includes(objective))
      entry.node.hidden = !shown
      count += shown
    }
    for (const { heading, letter, entries } of this.groups) {
      const empty = entries.every(entry => entry.node.hidden)
      heading.hidden = empty
      if (letter) letter.hidden = empty
    }
    const narrowed = q || chapter || level || objective
    this.output.textContent = !narrowed ? "" : count ? `용어 ${count}개${read ? ` ('${read}')` : ""}` : "맞는 용어가 없습니다."
    const address = new URL(location.href)
    for (const name of FIELDS) this.value(name) ? address.searchParams.set(name, this.value(name)) : address.searchParams.delete(name)
    history.replaceState(history.state, "", address)
  }

  /** A link to a term that is narrowed away shows it, and all others. */
  reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)))
    const entry = target && target.closest(".entry")
    if (!entry?.hidden) return
    this.form.reset()
    this.narrow().then(() => entry.scrollIntoView())
  }
}

/** What a term can be found by: its headword with and without what stands in brackets, and its other forms. */
function read(node) {
  const head = node.querySelector("h3"), { section, level, objectives = "" } = node.dataset
  const own = [...head.childNodes].filter(n => n.nodeName !== "SMALL").map(n => n.textContent).join("").trim()
  const small = [...head.querySelectorAll("small")].flatMap(s => s.children.length ? [...s.children].map(c => c.textContent) : [s.textContent.replace(/[[\]]/g, "")])
  const listed = [...node.querySelectorAll("li[data-forms]")].flatMap(li => li.textContent.split(": ").slice(1).join(": ").split(", "))
  return { node, names: [own, own.replace(/\([^)]*\)/g, ""), ...small, ...listed].map(n => n.trim()).filter(Boolean), chapter: section.split(".")[0], level, objectives: objectives.split(" ") }
}

customElements.define("glossary-filter", GlossaryFilter)
