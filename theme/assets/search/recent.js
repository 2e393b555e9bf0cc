// What was looked for lately: on this device only, in one list that can be cleared. Works, for this page, without storage too.

const KEY = "guide.search"
const MOST = 8

let here = []

export function recent() {
  try {
    const list = JSON.parse(localStorage.getItem(KEY))
    return Array.isArray(list) ? list.filter(q => typeof q === "string" && q).slice(0, MOST) : here
  } catch { return here }
}

export function remember(query) {
  const text = query.trim().slice(0, 80)
  if (text.length < 2) return
  here = [text, ...recent().filter(q => q !== text)].slice(0, MOST)
  try { localStorage.setItem(KEY, JSON.stringify(here)) } catch { /* storage is off: this page only */ }
}

export function clear() {
  here = []
  try { localStorage.removeItem(KEY) } catch { /* storage is off */ }
}
