// Marks on the page what was looked for, without touching its elements.

import { pattern } from "./passage.js"

const NAME = "guide-find"
const MOST = 400

/** Marks every place of the written forms in the article; says how many there are. */
export function mark(forms) {
  const article = document.querySelector("article")
  const wanted = forms.length ? pattern(forms.map(f => f.slice(0, 60)).filter(f => f.length > 1).slice(0, 24)) : null
  if (!article || !wanted || !globalThis.CSS?.highlights) return 0
  const ranges = []
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let node; ranges.length < MOST && (node = walker.nextNode());) {
    for (const hit of node.data.matchAll(wanted)) {
      const range = new Range()
      range.setStart(node, hit.index)
      range.setEnd(node, hit.index + hit[0].length)
      ranges.push(range)
    }
  }
  CSS.highlights.set(NAME, new Highlight(...ranges))
  return ranges.length
}

/** Marks what the address asks for: ?h=양자화|quantization. */
export const fromAddress = () => mark((new URLSearchParams(location.search).get("h") ?? "").split("|").filter(Boolean))
