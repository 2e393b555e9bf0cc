// A note of the page beside what it explains. Every link of a kind (a number, a term) has its note at the page's end; this shows the
// note as a card on hover, focus and tap, and adds nothing the page does not already say. One card at a time, whatever its kind.
//
// Pattern: the card holds links, so it is no tooltip (a tooltip's content cannot be reached) but a non-modal dialog which the link
// opens (aria-haspopup, aria-expanded). Hover and focus only show it: focus stays on the link, and aria-describedby reads out the
// note's first line. Enter moves focus into the card, Escape or Tab past its end gives it back. A first tap or click shows the card
// and keeps it; a second one, or the link in the card, goes where the link leads. WCAG 1.4.13: Escape closes it wherever focus and
// pointer are, the pointer can move onto it, and it stays until the pointer or focus leaves.

const SHOW = 120, HIDE = 300, GAP = 6, EDGE = 8
const kinds = []
let card, foot, link, pinned = false, timer

/**
 * Gives the links of a kind their cards.
 * @param kind `of`: selector of the links. `name`: class of the card. `note(link)`: the element that explains it, or null.
 *   `about(note)`: elements that say in a line what it is. `fill(note)`: { parts, href, more, extra } for the card and its foot.
 */
export function cards(kind) {
  kinds.push(kind)
  for (const a of document.querySelectorAll(kind.of)) prepare(a)
}

/** Closes the card, whatever it shows. */
export const close = () => hide(false)

const kindOf = a => kinds.find(kind => a.matches(kind.of))
const noteOf = a => kindOf(a)?.note(a) ?? null
function linkAt(target) {
  if (!(target instanceof Element)) return null
  for (const kind of kinds) {
    const a = target.closest(kind.of)
    if (a) return a
  }
  return null
}

/** What assistive technology is told before the card is opened. */
export function prepare(a) {
  const note = noteOf(a)
  if (!note || a.hasAttribute("aria-haspopup")) return
  const about = kindOf(a).about(note)
  about.forEach((element, n) => element.id ||= `${note.id}-${n ? "what" : "of"}`)
  a.setAttribute("aria-haspopup", "dialog")
  a.setAttribute("aria-describedby", about.map(element => element.id).join(" "))
}

function make() {
  card = document.createElement("div")
  card.hidden = true
  card.tabIndex = -1
  card.setAttribute("role", "dialog")
  card.setAttribute("popover", "manual") // the top layer: no table clips it and no header covers it
  foot = document.createElement("div")
  foot.className = "card__foot"
  const more = document.createElement("a")
  const shut = document.createElement("button")
  shut.type = "button"
  shut.textContent = "×" // the page's fonts hold the characters of its HTML, and this one
  shut.setAttribute("aria-label", "닫기")
  shut.addEventListener("click", () => hide())
  foot.append(more, shut)
  card.addEventListener("click", event => { if (event.target.closest("a[href^='#']")) hide(false) })
  card.addEventListener("pointerenter", () => clearTimeout(timer))
  card.addEventListener("pointerleave", leave)
  card.addEventListener("keydown", keepOrder)
  ;(document.querySelector("article.md-content__inner") ?? document.body).append(card)
}

/** The note's content, without the ids that only the note may have. */
function fill(a, note) {
  const kind = kindOf(a), { parts, href, more, extra = [] } = kind.fill(note, a)
  card.className = `card ${kind.name}`
  foot.firstElementChild.setAttribute("href", href)
  foot.firstElementChild.textContent = more
  foot.replaceChildren(foot.firstElementChild, ...extra, foot.lastElementChild)
  card.replaceChildren(...parts, foot)
  for (const element of card.querySelectorAll("[id]")) element.removeAttribute("id")
  card.setAttribute("aria-label", kind.about(note).map(element => element.textContent.trim()).join(" "))
}

function show(a, keep = false) {
  const note = noteOf(a)
  if (!note) return
  clearTimeout(timer)
  if (!card) make()
  if (link !== a) {
    hide(false)
    prepare(a)
    link = a
    fill(a, note)
    card.hidden = false
    card.showPopover?.()
    a.setAttribute("aria-expanded", "true")
    card.scrollTop = 0
    place()
    for (const type of ["scroll", "resize"]) addEventListener(type, follow, { capture: true, passive: true })
  }
  pinned ||= keep
}

function hide(giveBack = true) {
  clearTimeout(timer)
  if (!link) return
  const from = link, inside = card.contains(document.activeElement)
  link = undefined
  pinned = false
  from.removeAttribute("aria-expanded")
  card.hidePopover?.()
  card.hidden = true
  for (const type of ["scroll", "resize"]) removeEventListener(type, follow, { capture: true })
  if (inside && giveBack) refocus(from)
}

let returning = false
function refocus(a) {
  returning = true // coming back is no wish to see the card again
  a.focus({ preventScroll: true })
  returning = false
}

/** Below the link, or above it where there is more room; never over it, never past the window's edge. */
function place() {
  const at = link.getBoundingClientRect(), page = document.body.getBoundingClientRect() // without the scroll bar's gutter
  const below = innerHeight - at.bottom - GAP - EDGE, above = at.top - GAP - EDGE
  card.style.maxWidth = `min(21rem, ${page.width - 2 * EDGE}px)`
  card.style.maxHeight = "none"
  const up = card.offsetHeight > below && above > below
  card.style.maxHeight = `${Math.max(up ? above : below, 0)}px`
  card.style.top = `${up ? at.top - GAP - card.offsetHeight : at.bottom + GAP}px`
  card.style.left = `${Math.max(EDGE, Math.min(at.left, page.right - card.offsetWidth - EDGE))}px`
}

let waiting = false
function follow(event) {
  if (waiting || (event.target instanceof Node && card.contains(event.target))) return
  waiting = true
  requestAnimationFrame(() => {
    waiting = false
    if (link) visible(link) ? place() : hide()
  })
}

/** Whether the link can still be seen in the window and in the table that scrolls it. */
function visible(a) {
  const at = a.getBoundingClientRect(), frame = a.closest(".scroll")?.getBoundingClientRect()
  const inside = box => at.bottom > box.top && at.top < box.bottom && at.right > box.left && at.left < box.right
  return a.isConnected && inside({ top: 0, left: 0, bottom: innerHeight, right: innerWidth }) && (!frame || inside(frame))
}

function leave() {
  clearTimeout(timer)
  if (!pinned) timer = setTimeout(() => {
    if (link && between()) leave()
    else if (link !== document.activeElement && !card.contains(document.activeElement)) hide()
  }, HIDE)
}

const pointer = { x: -1, y: -1 }

/** Whether the pointer rests in the gap between the link and its card, on its way from one to the other. */
function between() {
  const { x, y } = pointer, at = link.getBoundingClientRect(), box = card.getBoundingClientRect()
  return x >= Math.min(at.left, box.left) && x <= Math.max(at.right, box.right) && y >= Math.min(at.bottom, box.bottom) && y <= Math.max(at.top, box.top)
}

/** Tab past either end of the card goes on from the link, not from the page's end, where the card stands in the document. */
function keepOrder(event) {
  if (event.key !== "Tab") return
  const stops = [...card.querySelectorAll("a[href], button")], at = document.activeElement
  const back = event.shiftKey && (at === card || at === stops[0]), on = !event.shiftKey && at === stops.at(-1)
  if (!back && !on) return
  if (back) event.preventDefault()
  hide()
}

document.addEventListener("pointermove", event => { if (link) [pointer.x, pointer.y] = [event.clientX, event.clientY] }, { passive: true })
document.addEventListener("pointerover", event => {
  const a = linkAt(event.target)
  if (!a || event.pointerType === "touch" || pinned) return
  prepare(a)
  clearTimeout(timer)
  if (a !== link) timer = setTimeout(show, SHOW, a)
})
document.addEventListener("pointerout", event => {
  const a = linkAt(event.target)
  if (!a || event.pointerType === "touch" || a.contains(event.relatedTarget)) return
  link ? leave() : clearTimeout(timer)
})
document.addEventListener("focusin", event => {
  const a = linkAt(event.target)
  if (a && !returning && a.matches(":focus-visible")) show(a)
  else if (link && a !== link && !card.contains(event.target)) hide(false)
})
document.addEventListener("focusout", event => {
  if (event.target === link && !event.relatedTarget && !pinned) leave()
})
document.addEventListener("pointerdown", event => {
  if (link && linkAt(event.target) !== link && !card.contains(event.target)) hide(false)
})
document.addEventListener("click", event => {
  const a = linkAt(event.target)
  if (!a || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  if (!noteOf(a)) return
  const keyboard = event.detail === 0
  if (link === a && pinned && !keyboard) return hide(false) // the second time: where the link leads
  event.preventDefault()
  show(a, true)
  if (keyboard) card.focus({ preventScroll: true })
})
addEventListener("keydown", event => {
  if (event.key === "Escape" && link) {
    event.stopPropagation()
    hide()
  }
}, true)
