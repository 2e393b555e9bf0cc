// Hangul as keystrokes of the two-set keyboard: ㅘ is ㅗ and ㅏ, ㄳ is ㄱ and ㅅ, so that a syllable half typed is a prefix of the whole one.

const LEAD = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
const VOWEL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
const TAIL = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
const SPLIT = Object.fromEntries(
  "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ"
    .split(" ").map(x => [x[0], x.slice(1)]))
const JOIN = Object.fromEntries(Object.entries(SPLIT).map(([whole, parts]) => [parts, whole]))
const KEYS = "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml"
const JAMO = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ"
const TO_JAMO = Object.fromEntries([...KEYS].map((key, i) => [key, JAMO[i]]))
const TO_KEY = Object.fromEntries([...JAMO].map((jamo, i) => [jamo, KEYS[i]]))
// A key that has no letter of its own with Shift writes the plain letter.
for (const key of KEYS) TO_JAMO[key.toUpperCase()] ??= TO_JAMO[key]

export const hangul = c => c >= "가" && c <= "힣"
export const consonant = c => c >= "ㄱ" && c <= "ㅎ"
const vowel = c => VOWEL.includes(c)

/** Keystrokes of a text: 양자화 -> ㅇㅑㅇㅈㅏㅎㅗㅏ. Other characters stay. */
export function keystrokes(text) {
  let out = ""
  for (const c of text) {
    const n = c.charCodeAt(0) - 0xAC00
    if (n < 0 || n >= 11172) { out += SPLIT[c] ?? c; continue }
    const v = VOWEL[n % 588 / 28 | 0], t = TAIL[n % 28]
    out += LEAD[n / 588 | 0] + (SPLIT[v] ?? v) + (SPLIT[t] ?? t)
  }
  return out
}

/** Syllables that keystrokes make, as an IME joins them. */
export function compose(strokes) {
  const out = []
  let lead = "", mid = "", tail = ""
  const flush = () => {
    out.push(lead && mid ? String.fromCharCode(0xAC00 + LEAD.indexOf(lead) * 588 + VOWEL.indexOf(mid) * 28 + TAIL.indexOf(tail)) : lead + mid + tail)
    lead = mid = tail = ""
  }
  for (const j of strokes) {
    if (vowel(j)) {
      if (lead && !mid) mid = j
      else if (lead && mid && !tail && JOIN[mid + j]) mid = JOIN[mid + j]
      else if (tail) {
        const [stays, moves] = SPLIT[tail] ?? ["", tail]
        tail = stays
        flush()
        lead = moves
        mid = j
      } else { flush(); mid = j }
    } else if (consonant(j)) {
      if (lead && mid && !tail && TAIL.includes(j)) tail = j
      else if (tail && TAIL.includes(JOIN[tail + j])) tail = JOIN[tail + j]
      else { flush(); lead = j }
    } else { flush(); out.push(j) }
  }
  flush()
  return out.join("")
}

/** First consonants: 텐서 코어 -> ㅌㅅㅋㅇ. Spaces go, other characters stay. */
export function initials(text) {
  let out = ""
  for (const c of text) {
    if (c === " ") continue
    out += hangul(c) ? LEAD[(c.charCodeAt(0) - 0xAC00) / 588 | 0] : SPLIT[c] ?? c
  }
  return out
}

/** What the same keys write on the Korean layout: didwkghk -> 양자화. */
export const asKorean = text => compose([...text].map(c => TO_JAMO[c] ?? c))

/** What the same keys write on the English layout: 헤ㅕ -> gpu. */
export const asEnglish = text => [...keystrokes(text)].map(c => TO_KEY[c] ?? c).join("").toLowerCase()

/** A syllable without its final consonant: 입 -> 이. */
export const open = c => hangul(c) ? String.fromCharCode(c.charCodeAt(0) - (c.charCodeAt(0) - 0xAC00) % 28) : c
