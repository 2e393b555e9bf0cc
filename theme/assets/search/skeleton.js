// Loanwords by their consonants: 트라이톤 and triton are both trtn. Vowels, and which hiss stands for s, t, th or ch,
// are what transcriptions differ in.

import { hangul } from "./hangul.js"

const LEADS = ["k", "k", "n", "t", "t", "r", "m", "p", "p", "t", "t", "", "t", "t", "t", "k", "t", "p", ""]
const TAILS = ["", "k", "k", "k", "n", "n", "n", "t", "r", "r", "r", "r", "r", "r", "r", "r", "m", "p", "p", "t", "t", "n", "t", "t", "k", "t", "p", "t"]
const LATIN = [[/r(?=[^aeiouyr]|$)/g, ""], [/tion|sion/g, "tn"], [/gh/g, ""], [/sch|sh|ch|tch|th/g, "t"], [/ph/g, "p"], [/ck|qu/g, "k"], [/^kn/g, "n"], [/ng/g, "n"], [/x/g, "kt"],
  [/[cg](?=[eiy])/g, "t"], [/[cgq]/g, "k"], [/[bfv]/g, "p"], [/[dszj]/g, "t"], [/l/g, "r"], [/[aeiouwyh]/g, ""]]

const VOWELS = ["a", "e", "ya", "ye", "e", "e", "ye", "ye", "o", "wa", "we", "we", "yo", "u", "wo", "we", "wi", "yu", "", "ui", "i"]

const double = text => text.replace(/(.)\1+/g, "$1")

/** A Korean word as its sounds, vowels with them: 트라이톤 -> traiton. */
function spelled(word) {
  let out = ""
  for (const c of word) {
    const n = c.charCodeAt(0) - 0xAC00
    out += LEADS[n / 588 | 0] + VOWELS[n % 588 / 28 | 0] + TAILS[n % 28]
  }
  return double(out)
}

/** A Latin word with the consonants that Korean does not tell apart made one; vowels stay or go. */
function folded(word, rules) {
  for (const [from, to] of rules) word = word.replace(from, to)
  return double(word)
}

/** Consonants of a Korean or Latin word; '' when there are too few to tell words apart. */
export function skeleton(word) {
  const out = hangul(word[0]) ? double(spelled(word).replace(/[aeiouwy]/g, "")) : folded(word, LATIN)
  return out.length >= 3 ? out : ""
}

/** How far a Korean and a Latin word of the same consonants are from each other: 0 the same, 1 nothing in common. */
export function difference(korean, latin) {
  const a = spelled(korean), b = folded(latin, LATIN.slice(0, -1)).replace(/h/g, "")
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1))
    row = next
  }
  return row[b.length] / Math.max(a.length, b.length)
}
