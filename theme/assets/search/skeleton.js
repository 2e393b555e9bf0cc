// Loanwords by their consonants: 트라이톤 and triton are both trtn. Vowels, and which hiss stands for s, t, th or ch,
// are what transcriptions differ in.

import { hangul } from "./hangul.js"

const LEADS = ["k", "k", "n", "t", "t", "r", "m", "p", "p", "t", "t", "", "t", "t", "t", "k", "t", "p", ""]
const TAILS = ["", "k", "k", "k", "n", "n", "n", "t", "r", "r", "r", "r", "r", "r", "r", "r", "m", "p", "p", "t", "t", "n", "t", "t", "k", "t", "p", "t"]
const LATIN = [[/r(?=[^aeiouyr]|$)/g, ""], [/tion|sion/g, "tn"], [/gh/g, ""], [/sch|sh|ch|tch|th/g, "t"], [/ph/g, "p"], [/ck|qu/g, "k"], [/^kn/g, "n"], [/ng/g, "n"], [/x/g, "kt"],
  [/[cg](?=[eiy])/g, "t"], [/[cgq]/g, "k"], [/[bfv]/g, "p"], [/[dszj]/g, "t"], [/l/g, "r"], [/[aeiouwyh]/g, ""]]

/** Consonants of a Korean or Latin word; '' when there are too few to tell words apart. */
export function skeleton(word) {
  let out = ""
  if (hangul(word[0])) {
    for (const c of word) {
      const n = c.charCodeAt(0) - 0xAC00
      if (n >= 0 && n < 11172) out += LEADS[n / 588 | 0] + TAILS[n % 28]
    }
  } else {
    out = word.toLowerCase().replace(/[^a-z]/g, "")
    for (const [from, to] of LATIN) out = out.replace(from, to)
  }
  out = out.replace(/(.)\1+/g, "$1")
  return out.length >= 3 ? out : ""
}
