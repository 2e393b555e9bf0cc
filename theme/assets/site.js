// Improves plain HTML; nothing here is needed to read. Loaded on every page, so it stays small.

const root = document.documentElement

// --- light and dark --------------------------------------------------------
const toggle = document.querySelector("[data-guide=theme]")
const dark = matchMedia("(prefers-color-scheme: dark)")
if (toggle) {
  const current = () => root.dataset.theme || (dark.matches ? "dark" : "light")
  const label = () => toggle.setAttribute("aria-label", current() === "dark" ? "밝게 보기" : "어둡게 보기")
  toggle.addEventListener("click", () => {
    root.dataset.theme = current() === "dark" ? "light" : "dark"
    try { localStorage.setItem("guide.theme", root.dataset.theme) } catch { /* storage is off: this page only */ }
    label()
  })
  dark.addEventListener("change", label)
  label()
}

// --- the drawer: a label without script, a button with it -----------------------
const drawer = document.getElementById("__drawer")
const sidebar = document.querySelector(".md-sidebar--primary")
const menu = document.querySelector("[data-guide=menu]")
if (menu && drawer) {
  menu.addEventListener("click", () => drawer.click())
  drawer.addEventListener("change", () => {
    menu.setAttribute("aria-expanded", String(drawer.checked))
    if (drawer.checked) sidebar?.querySelector("a[href]")?.focus({ preventScroll: true })
  })
}
for (const label of document.querySelectorAll("label[tabindex='0']")) {
  label.addEventListener("keydown", event => {
    if (event.key === "Enter" || event.key === " ") { event.preventDefault(); label.click() }
  })
}

// --- search: its script, worker and index come when it is first used -----------
const find = document.querySelector("dialog.guide-find")
const opener = document.querySelector("[data-guide=search]")
let search
const openSearch = async query => {
  if (!find.open) find.showModal()
  try {
    search ??= await import("./search/dialog.js")
    search.open(query)
  } catch {
    const note = find.querySelector("p") ?? find.appendChild(document.createElement("p"))
    note.setAttribute("role", "alert")
    note.textContent = "찾기를 불러오지 못했습니다. 연결을 확인하고 페이지를 새로 고쳐 주십시오."
  }
}
if (find) {
  const field = find.querySelector("input")
  opener?.addEventListener("click", () => openSearch())
  field.addEventListener("click", () => { if (!find.open) openSearch() })
  field.addEventListener("input", () => find.open && search ? search.typed() : openSearch())
  find.querySelector("[data-find=close]").addEventListener("click", () => find.close())
  const address = new URLSearchParams(location.search)
  if (address.has("q")) openSearch(address.get("q"))
  if (address.has("h")) import("./search/highlight.js").then(m => m.fromAddress()).catch(() => {})
}
addEventListener("keydown", event => {
  if (event.key === "Escape") {
    if (drawer?.checked) { drawer.click(); menu?.focus() }
  }
  const typing = event.target.closest?.("input, textarea, select, [contenteditable]")
  if ((event.key === "/" || event.key === "s" || event.key === "f") && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault()
    if (find && !find.open) openSearch()
  }
})

// --- contents beside the page: where am I -----------------------------------
const toc = new Map([...document.querySelectorAll(".md-nav--secondary a[href^='#']")].map(a => [decodeURIComponent(a.hash.slice(1)), a]))
if (toc.size && "IntersectionObserver" in window) {
  const seen = new Set()
  const observer = new IntersectionObserver(entries => {
    for (const { target, isIntersecting } of entries) isIntersecting ? seen.add(target.id) : seen.delete(target.id)
    const first = [...toc.keys()].find(id => seen.has(id))
    if (first) for (const [id, a] of toc) id === first ? a.setAttribute("aria-current", "true") : a.removeAttribute("aria-current")
  }, { rootMargin: "-64px 0px -55% 0px" })
  for (const id of toc.keys()) { const heading = document.getElementById(id); if (heading) observer.observe(heading) }
}

// --- code: a copy button -----------------------------------------------------
for (const code of document.querySelectorAll(".highlight pre > code")) {
  if (!navigator.clipboard) break
  const button = document.createElement("button")
  button.type = "button"
  button.className = "guide-copy"
  button.textContent = "복사"
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code.innerText)
    button.textContent = "복사됨"
    setTimeout(() => button.textContent = "복사", 1500)
  })
  code.closest(".highlight").append(button)
}

// --- elements: a module comes only to a page that holds its element -----------
const elements = { "a.fact": "./fact-card.js", "term-card": "./term-card.js", "glossary-filter": "./glossary-filter.js", "spec-matrix": "./spec-matrix.js", "compare-any": "./compare-any.js", "quiz-question": "./quiz-question.js" }
for (const [name, module] of Object.entries(elements)) {
  if (document.querySelector(name)) import(module).catch(() => root.classList.add("plain"))
}
