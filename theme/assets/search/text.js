// Words of a text, the same for pages and for queries.

import { hangul, open } from "./hangul.js"

export const LONGEST = 200

/** A text as it is compared: composed, without what cannot be seen, wide letters as narrow ones. */
export function clean(text) {
  return String(text).slice(0, 20 * LONGEST).normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]+/gu, c => /\s/.test(c) ? " " : "")
    .replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xFEE0))
    .replace(/\s+/g, " ")
}

const PLAIN = /^[\x20-\x7e가-힣ㄱ-ㅣ]*$/

/** The key of a form: case, spaces and hyphens do not count. */
export const fold = form => (PLAIN.test(form) ? form : clean(form)).toLowerCase().replace(/[\s\-_·‐-―/'’]+/g, "")

/** A form as an id would be: Tensor Core -> tensor-core. */
export const slug = form => form.toLowerCase().replace(/[^a-z0-9]+/g, "-")

// A number keeps its points and colons (8.2, 2:4), a name its signs (C++, cudf.pandas); Hangul and Latin part where they meet.
const WORD = /[가-힣ㄱ-ㅣ]+|[\p{L}\p{N}](?:[\p{L}\p{N}+#]|[.:,](?=\p{N})(?<=\p{N}.)|\.(?=\p{L})(?<=\p{L}.))*?(?=$|[^\p{L}\p{N}+#.:,]|[.:,](?!\p{N}|\p{L})|[:,](?!\p{N})|[가-힣ㄱ-ㅣ])/gu

// Most texts have no such signs inside of words, and are read several times as fast.
const SIGNLESS = /^(?:[가-힣ㄱ-ㅣA-Za-z0-9\s()'"?!/-]|[.:,](?=\s|$))*$/
const RUN = /[가-힣ㄱ-ㅣ]+|[A-Za-z0-9]+/g

/** Words with where they stand; `glued` when no space stands before. */
export function words(text) {
  const found = []
  let end = -1
  for (const match of text.matchAll(SIGNLESS.test(text) ? RUN : WORD)) {
    found.push({ text: match[0], start: match.index, glued: match.index === end })
    end = match.index + match[0].length
  }
  return found
}

const CASE = "에서|에게서|에게|한테|께서|으로서|로서|으로써|로써|으로|로|와|과|이랑|랑|하고|처럼|만큼|보다|부터|까지|에|의|은|는|이|가|을|를|도|만|뿐|이나|나|마다|대로|조차|밖에|들|당|별|용|간|내|상|등"
const COPULA = "(?:이)?(?:란|라는|라고|라면|라서|며|면|고|지만|라도|든|든지|거나|니까|므로|다|죠|지요|예요|에요)|인|인가|인가요|인지|인데|일|일까|일까요|일때|입니다|입니까|이야|야|였다|였던|이었다|임|이에요|뭐야|뭔가요|뭐예요|뭔지|이뭐야"
const DO = "(?:하|되|시키)(?:는|면|고|여|기|지|게|나|나요|려면|려고|는데|는지|므로|도록|며|자|던)?[가-힣]{0,3}|(?:한|할|함|된|될|됨)(?:다|지|까|때|수록|으로|을|를|이|은)?|(?:합|됩)니다|(?:해|돼|했|됐)[가-힣]{0,4}"
const ENDING = new RegExp(`^(?:(?:들|등)?(?:${CASE})?(?:는|은|도|만|의|를|을|이|가|요|까지|부터|인가요|입니다)?|${COPULA}|(?:${COPULA})(?:요|는|가|를|도)|${DO})$`)

/** Whether Hangul after a noun is particles, the copula or 하다 and its kin. */
export const ending = tail => tail.length <= 8 && ENDING.test(tail)

/** Stems of a Hangul word, the longest first, the word itself before all: 데이터센터에서는 -> …, 데이터센터. */
export function* stems(word) {
  yield word
  for (let cut = word.length - 1; cut >= 1; cut--) if (ending(word.slice(cut))) yield word.slice(0, cut)
}

// Particles that may be cut without knowing the word: a noun of two syllables at least must be left.
const SAFE = new RegExp(`^(?:${CASE}|에서는|으로는|에는|와의|까지의|에서의|로의|들의|들을|들이|들은|입니다|이란|이라는|인|이고|이며|인지|인가|인가요|합니다|하는|하고|하며|하면|하기|한|할|하여|해|했다|했습니다|됩니다|되는|되고|되며|되면|된|될|되어|돼|되지|하지|하려면|하도록|시키는|했는데)$`)

/** The word as it is kept in the index: without one particle or ending, Latin in small letters without a plural s. */
export function stem(word) {
  if (!hangul(word[0])) return word.length > 3 && /[a-z]s$/i.test(word) && !/ss$/i.test(word) ? word.slice(0, -1).toLowerCase() : word.toLowerCase()
  for (let cut = 2; cut < word.length; cut++) if (SAFE.test(word.slice(cut))) return word.slice(0, cut)
  return word
}

const VERB_TAIL = /(?:[는게까려겨져쳐켜춰꿔눠둬줘워]|..[면며다요]|려면|려고|니다|는데|은데|어서|아서|여서|어야|아야|도록|세요|지만)$/
const FINAL = { n: 4, l: 8, m: 16, b: 17, ss: 20 }
const finalOf = c => (c.charCodeAt(0) - 0xAC00) % 28

/** Whether a Hangul word is written like a verb: 줄이려면, 빠른, 줄이기, 냈는데. Nouns with a particle of theirs are not. */
function verbal(word) {
  const last = word.at(-1), final = finalOf(last)
  for (let i = 0; i < word.length; i++) if (finalOf(word[i]) === FINAL.ss) return true
  if (last === "기") return word.length > 2 && finalOf(word.at(-2)) === 0
  if (last === "고" || last === "지" || last === "나") return word.length > 2
  if (word.length === 2 && (final === FINAL.n || final === FINAL.l)) return "는른린큰긴인일릴줄쓸꿀".includes(last)
  return VERB_TAIL.test(word)
}

const TENSE = /(?<=.)(?:으려면|려면|으려고|려고|는데요?|은데요?|데요?|습니다|니다|습니까|니까|는지|은지|을지|지만|어서|아서|어야|아야|도록|으?세요|나요?|는가요?|을까요?|까요?|어요|아요|으면|면|으며|며|는|은|을|게|고|지|기|다|자|서|요|어|아)$/
const ROUND = { 6: 20, 14: 13, 9: 8, 10: 11 } // 여 -> 이, 워 -> 우, 와 -> 오, 왜 -> 외

/** The stem of a verb without its ending, contractions undone: 줄여서, 줄인 -> 줄이; 나눠 -> 나누; 빨라요 -> 빠르. */
function bare(word) {
  let out = word.replace(TENSE, "")
  if (out.length > 2) out = out.replace(TENSE, "")
  const n = out.charCodeAt(out.length - 1) - 0xAC00, final = n % 28, vowel = (n / 28 | 0) % 21
  const kept = Object.values(FINAL).includes(final) ? 0 : final
  const round = kept === 0 && (out.length > 1 || final === FINAL.ss) ? ROUND[vowel] ?? vowel : vowel
  out = out.slice(0, -1) + String.fromCharCode(0xAC00 + (n / 588 | 0) * 588 + round * 28 + kept)
  return out.replace(/(.)[라러]$/, (all, c) => finalOf(c) === FINAL.l ? `${open(c)}르` : all)
}

const known = stem => stem.length > 1 ? stem.slice(0, 3) : `${stem}~`

/** What the forms of a verb share: 줄이려면, 줄입니다, 줄인 -> 줄이~. '' for other words. */
export const root = word => hangul(word[0]) && hangul(word.at(-1)) && word.length > 1 && word.length < 8 && verbal(word) && stem(word) === word ? known(bare(word)) : ""

// Words that ask, join or belong to any sentence: they neither find nor need to be found.
const EMPTY = new Set(`방법 방식 뭐 뭔가요 뭐가 뭐야 뭔지 뭔데 무엇 무엇인가 무엇인가요 무엇이 뭐예요 뭘 어떻게 어떤 어떨 왜 언제 어디 어디서 어디에 누가 누구 얼마나 얼마 몇
것 것이 것은 거 건 게 걸 수 때 점 등 및 또는 그리고 하나 하나요 하는 하는지 하기 하고 하려면 하면 한 할 해 해야 되나 되나요 되는지 되면 되는 돼 돼요 될까 있나 있나요 있는 있는지 있을까 있다 있어
있어요 없나 없나요 없는 나요 인가 인가요 일까 다른가 다른가요 다르지 다른지 달라 달라요 다른 차이 차이점 차이는 관계 이유 뜻 의미 정의 개념 설명 알려줘 알려 궁금 대해 대해서 대한 관한 관해 위한 위해 위해서 통해 따라 따른 사이 종류
처음 배우는데 배우는 가장 제일 좀 더 잘 못 안 그 이 저 이런 그런 쓰기 쓰는 쓸 사용 사용하는 사용법 처럼 같은 같이 경우 중 중에 중에서 vs 대 또 거기 여기 우리 내 제 나 저희 요즘 그냥 혹시 계속 자꾸 아주 매우 정도 다 다시 이미 아직 바로 법
and or the a an of to in for is are was be been has have had what how why when which does do did can not no with on off at by from as it its this that my we you your than into if so`.split(/\s+/))

// Verbs that say next to nothing by themselves.
const LIGHT = new Set("하~ 되~ 있~ 없~ 보~ 주~ 가~ 오~ 내~ 쓰~ 알~ 모르 나오 나가 같~ 싶~ 그러 이러 어떠 대하 말하 놓~ 두~".split(" "))

/** Whether a word carries nothing that can be found. */
export const empty = word => EMPTY.has(word.toLowerCase()) || EMPTY.has(stem(word)) || LIGHT.has(root(word))
