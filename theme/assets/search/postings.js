// Where something stands, as text: for every document the step from the one before in letters (base 52), then a weight from 1 to 9.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
const VALUE = Object.fromEntries([...LETTERS].map((letter, i) => [letter, i]))

/** @param {[number, number][]} list documents in order, with weights */
export function encode(list) {
  let out = "", last = -1
  for (const [doc, weight] of list) {
    let step = doc - last - 1, letters = ""
    do { letters = LETTERS[step % 52] + letters; step = Math.floor(step / 52) } while (step)
    out += (letters === "A" ? "" : letters) + weight
    last = doc
  }
  return out
}

/** Documents and weights, one after the other. */
export function decode(text) {
  const out = []
  let step = 0, last = -1
  for (const c of text) {
    if (c >= "1" && c <= "9") {
      last += step + 1
      out.push(last, +c)
      step = 0
    } else step = step * 52 + VALUE[c]
  }
  return out
}
