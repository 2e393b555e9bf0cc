// The forms that can be looked for: exactly, by their beginning, by first consonants, with a typing error, by consonants of a loanword.
// Every look-up goes through a map or a sorted list, so its cost hardly grows with the number of forms.

import { initials, keystrokes } from "./hangul.js"
import { fold } from "./text.js"
import { difference, skeleton } from "./skeleton.js"

const MOST = 24
const UNLIKE = 0.4

/** Sorted keys with the forms that have them. */
class Sorted {
  constructor(pairs) {
    pairs.sort((a, b) => a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1])
    this.keys = pairs.map(p => p[0])
    this.forms = Int32Array.from(pairs, p => p[1])
  }

  lower(key, low = 0, high = this.keys.length) {
    while (low < high) {
      const mid = low + high >> 1
      if (this.keys[mid] < key) low = mid + 1
      else high = mid
    }
    return low
  }

  /** Forms whose key begins with `key`, at most `most`. */
  * beginning(key, most) {
    for (let i = this.lower(key); i < this.keys.length && most-- > 0 && this.keys[i].startsWith(key); i++) yield this.forms[i]
  }

  /** The keys' letters one after the other, and where each key begins: compared many times as fast as strings. */
  get #letters() {
    if (this.#codes) return this.#codes
    const starts = new Int32Array(this.keys.length + 1)
    this.keys.forEach((key, i) => { starts[i + 1] = starts[i] + key.length + 1 })
    const codes = new Uint16Array(starts[this.keys.length])
    this.keys.forEach((key, i) => { for (let n = 0; n < key.length; n++) codes[starts[i] + n] = key.charCodeAt(n) })
    return this.#codes = { codes, starts }
  }

  #codes = null

  /**
   * [form, distance] of keys within `most` edits of `key`, two letters that changed places being one edit: one walk over the tree that
   * the sorted keys are, which leaves a branch as soon as it is too far off. A row of the table of distances is kept for every depth.
   */
  near(key, most) {
    const found = [], n = key.length, far = most + 1, { codes, starts } = this.#letters
    const wanted = Uint16Array.from(key, c => c.charCodeAt(0))
    const rows = Array.from({ length: n + most + 2 }, () => new Uint8Array(n + 2).fill(far))
    for (let j = 0; j <= n; j++) rows[0][j] = Math.min(j, far)
    // Where keys with `c` at `depth` end: steps that double, then halves. Keys end in 0, so no key is read past its end.
    const after = (low, high, depth, c) => {
      let step = 1, from = low
      while (from + step < high && codes[starts[from + step] + depth] === c) { from += step; step *= 2 }
      let to = Math.min(high, from + step)
      while (from + 1 < to) {
        const mid = from + to >> 1
        if (codes[starts[mid] + depth] === c) from = mid
        else to = mid
      }
      return from + 1
    }
    const walk = (low, high, depth, last) => {
      const row = rows[depth], next = rows[depth + 1], before = rows[depth - 1]
      while (low < high && codes[starts[low] + depth] === 0) {
        if (row[n] <= most) found.push([this.forms[low], row[n]])
        low++
      }
      if (depth >= n + most) return
      const from = Math.max(1, depth + 1 - most), to = Math.min(n, depth + 1 + most)
      while (low < high) {
        const c = codes[starts[low] + depth], end = after(low, high, depth, c)
        let least = next[from - 1] = from === 1 ? Math.min(depth + 1, far) : far
        for (let j = from; j <= to; j++) {
          let cost = row[j - 1] + (wanted[j - 1] === c ? 0 : 1)
          if (next[j - 1] < cost) cost = next[j - 1] + 1
          if (row[j] < cost) cost = row[j] + 1
          if (cost > far) cost = far
          if (depth && j > 1 && wanted[j - 1] === last && wanted[j - 2] === c && before[j - 2] + 1 < cost) cost = before[j - 2] + 1
          next[j] = cost
          if (cost < least) least = cost
        }
        if (to < n) next[to + 1] = far
        if (least <= most) walk(low, end, depth + 1, c)
        low = end
      }
    }
    walk(0, this.keys.length, 0, 0)
    return found
  }
}

export class Lexicon {
  #exact = new Map()
  #lazy = {}

  /** @param {{text: string, id: number, weight: number}[]} forms what is written, what it means, how much it is meant */
  constructor(forms) {
    this.forms = forms
    forms.forEach((form, i) => {
      form.key = fold(form.text)
      const known = this.#exact.get(form.key)
      if (known) known.push(i)
      else this.#exact.set(form.key, [i])
    })
  }

  #sorted(name, keyOf) {
    return this.#lazy[name] ??= new Sorted([...this.#exact.values()].map(ids => [keyOf(this.forms[ids[0]].key), ids[0]]).filter(p => p[0]))
  }

  get #strokes() { return this.#sorted("strokes", keystrokes) }
  get #leads() { return this.#sorted("leads", key => /[가-힣]/.test(key) ? initials(key) : "") }

  get #skeletons() {
    if (!this.#lazy.skeletons) {
      const map = this.#lazy.skeletons = new Map()
      for (const [key, [first]] of this.#exact) {
        const bones = /^[a-z]+$/.test(key) ? skeleton(key) : ""
        if (bones) map.has(bones) ? map.get(bones).push(first) : map.set(bones, [first])
      }
    }
    return this.#lazy.skeletons
  }

  /** Builds what the first queries need, before they come. */
  warm() { this.#strokes.near("", 0); this.#leads.lower("") }

  exact(key) { return this.#all(this.#exact.get(key) ?? [], 1) }

  has(key) { return this.#exact.has(key) }

  prefix(key) {
    const strokes = keystrokes(key)
    const found = [...this.#strokes.beginning(strokes, 400)].map(i => {
      // The less is missing, the likelier it is meant.
      const share = strokes.length / keystrokes(this.forms[i].key).length
      return [i, 0.6 + 0.4 * share, this.forms[i].weight * (0.8 + 0.4 * share)]
    })
    return this.#best(found)
  }

  /** Names of several words whose last one this is. */
  ending(key) {
    const tails = this.#lazy.tails ??= this.#last()
    return this.#best((tails.get(key) ?? []).map(i => [i, 0.8, this.forms[i].weight]))
  }

  #last() {
    const tails = new Map()
    for (const [first] of this.#exact.values()) {
      const { text } = this.forms[first], at = text.lastIndexOf(" ")
      if (at < 1) continue
      const key = fold(text.slice(at))
      tails.has(key) ? tails.get(key).push(first) : tails.set(key, [first])
    }
    return tails
  }

  /** Latin forms of the same beginning, for other endings of a word: virtualize, virtualization. */
  inflected(key) {
    if (!/^[a-z]{6,}$/.test(key)) return []
    for (let cut = key.length - 1; cut >= Math.max(6, key.length * 0.65); cut--) {
      const found = this.prefix(key.slice(0, cut)).filter(f => fold(f.text).length <= key.length + 8)
      if (found.length) return found.map(f => ({ ...f, conf: cut / key.length }))
    }
    return []
  }

  initials(key) {
    const found = [...this.#leads.beginning(key, 400)].map(i => {
      const whole = this.forms[i].key.length === key.length
      return [i, whole ? 1 : 0.7, this.forms[i].weight - this.forms[i].key.length / 10]
    })
    const wholes = found.filter(f => f[1] === 1)
    return this.#best(wholes.length ? wholes : found)
  }

  near(key) {
    const strokes = keystrokes(key), long = strokes.length
    if (long < 4 || long > 60) return []
    const most = long >= 12 ? 2 : 1
    const found = this.#strokes.near(strokes, most)
    const least = Math.min(...found.map(f => f[1]))
    return this.#best(found.filter(f => f[1] === least).map(([i, d]) => [i, 1 - 0.2 * (d - 1) - (long < 8 ? 0.2 : 0), this.forms[i].weight]))
  }

  /** Latin forms that a Korean spelling may stand for. */
  sounds(key) {
    const bones = /^[가-힣]{3,}$/.test(key) ? skeleton(key) : ""
    if (!bones) return []
    return this.#best((this.#skeletons.get(bones) ?? []).filter(i => difference(key, this.forms[i].key) <= UNLIKE).map(i => [i, 1, this.forms[i].weight]))
  }

  #best(found) {
    found.sort((a, b) => b[2] - a[2] || a[0] - b[0])
    return found.slice(0, MOST).flatMap(([i, conf]) => this.#all(this.#exact.get(this.forms[i].key), conf))
  }

  #all(ids, conf) {
    return ids.map(i => ({ id: this.forms[i].id, conf, text: this.forms[i].text }))
  }
}
