// What a query is read as: spellings, errors, layouts, questions, and what cannot be meant.

import assert from "node:assert/strict"
import { test } from "node:test"
import { asEnglish, asKorean, compose, initials, keystrokes } from "../../theme/assets/search/hangul.js"
import { difference, skeleton } from "../../theme/assets/search/skeleton.js"
import { clean, fold, root, stem, stems, words } from "../../theme/assets/search/text.js"
import { ask, engine } from "./site.mjs"

const made = engine()
const first = async query => { const { results } = await ask(made, query); return results[0] && `${results[0].url}#${results[0].id}` }

test("keystrokes come apart and together", () => {
  assert.equal(keystrokes("값 왜"), "ㄱㅏㅂㅅ ㅇㅗㅐ")
  for (const word of ["양자화", "텐서 코어", "값이 없다", "GPU의 뷁", "ㅋㅋ"]) assert.equal(compose(keystrokes(word)), word.normalize("NFC"))
  assert.equal(initials("텐서 코어"), "ㅌㅅㅋㅇ")
  assert.equal(initials("ㄳ"), "ㄱㅅ")
})

test("either keyboard layout typed for the other", () => {
  assert.equal(asKorean("didwkghk"), "양자화")
  assert.equal(asEnglish("헤ㅕ"), "gpu")
  assert.equal(asEnglish("애찯ㄱ"), "docker")
})

test("names with signs and numbers stay whole", () => {
  const of = text => words(text).map(w => w.text)
  assert.deepEqual(of("H100과 FP8, NVL72: CUDA 13은 8.2장 cudf.pandas와 C++, 2:4 1,000개."),
    ["H100", "과", "FP8", "NVL72", "CUDA", "13", "은", "8.2", "장", "cudf.pandas", "와", "C++", "2:4", "1,000", "개"])
  assert.deepEqual(of("multi-instance GPU/CPU"), ["multi", "instance", "GPU", "CPU"])
})

test("particles and endings come off, nouns stay", () => {
  assert.ok([...stems("양자화란")].includes("양자화"))
  assert.ok([...stems("데이터센터에서는")].includes("데이터센터"))
  assert.equal(stem("정확도가"), "정확도")
  assert.equal(stem("GPUs"), "gpu")
  assert.equal(root("줄이려면"), root("줄입니다".slice(0, 4)))
  assert.equal(root("비행기"), "", "a noun in 기 is no verb")
})

test("forms of a verb are one", () => {
  for (const forms of ["줄이려면 줄입니다 줄인 줄여서 줄이기", "느린 느리게 느려지나요", "빠른 빠르게 빨라요", "나눠 나눠서", "걸리면 걸려요 걸릴지", "옮겨 옮기려면"].map(f => f.split(" "))) {
    assert.equal(new Set(forms.map(f => root(f) || stem(f))).size, 1 + (forms[0] === "나눠"), forms.join())
  }
  for (const noun of ["필요", "화면", "바다", "스케줄러", "데이터", "문서"]) assert.equal(root(noun), "", noun)
})

test("words without signs and with them are told apart alike", () => {
  for (const text of ["GPU 메모리 (80GB) 줄이기", "가-나 A/B c3"]) assert.deepEqual(words(text).map(w => w.text), words(`${text} 8.2`).map(w => w.text).slice(0, -1))
})

test("what counts and what asks says nothing by itself", async () => {
  const read = async query => (await made.answer(query)).reading.segments.map(s => s.text)
  assert.deepEqual(await read("텐서 코어 여러 개를 양자화"), ["텐서 코어", "양자화"])
  assert.deepEqual(await read("양자화는 어디부터"), ["양자화는"])
})

test("the last word of a name stands for it", async () => assert.equal(await first("inference server"), "ops/serving/#"))

test("invisible and wide characters do not count", () => {
  assert.equal(clean("텐\u200b서\u202e 코어\u0000"), "텐서 코어")
  assert.equal(clean("ＧＰＵ"), "GPU")
  assert.equal(clean("\ud800양자화\udc00"), "양자화")
  assert.equal(fold("Tensor-Core"), fold("tensor core"))
  assert.equal(clean("양자화".normalize("NFD")), "양자화")
})

test("loanwords are compared by sound", () => {
  assert.equal(skeleton("트라이톤"), skeleton("triton"))
  assert.equal(skeleton("쿠버네티스"), skeleton("kubernetes"))
  assert.ok(difference("트라이톤", "triton") < 0.3)
  assert.ok(difference("자동차", "datacenter") > 0.4)
})

for (const [kind, query] of [
  ["as it is", "양자화"], ["particle", "양자화를"], ["ending", "양자화란 무엇인가요"], ["English", "quantization"], ["English verb", "quantize"], ["loanword", "퀀타이제이션"],
  ["first consonants", "ㅇㅈㅎ"], ["one error", "양자회"], ["wrong layout", "didwkghk"], ["half typed", "양잫"], ["NFD", "양자화".normalize("NFD")],
]) test(`양자화, ${kind}: ${query}`, async () => assert.equal(await first(query), "perf/models/#quant"))

for (const [query, place] of [
  ["텐서코어", "gpu/cores/#tensor"], ["tensor core", "gpu/cores/#tensor"], ["텐서 코아", "gpu/cores/#tensor"], ["ㅌㅅㅋㅇ", "gpu/cores/#tensor"], ["텐섴", "gpu/cores/#tensor"],
  ["트라이톤", "ops/serving/#"], ["가중치를 잘라 모델 크기를 줄이려면", "perf/models/#prune"], ["게임 화면을 고해상도로 바꾸는 기술", "gpu/cores/#tensor"], ["가지치기", "perf/models/#prune"],
  ["추론 서버링", "ops/serving/#"], ["H100", "products/h100/#"], ["H200은", "products/h200/#"], ["FP8", "perf/models/#quant"],
]) test(`${query} -> ${place}`, async () => assert.equal(await first(query), place))

for (const query of ["블록체인", "환율 계산", "오징어볶음", "flamenco", "ㅊㄱㄱㄱ", "은 는 이 가", "방법", "양자 추천하는 가게", "   ", "", "?!.*", "\u200b\u202e"]) {
  test(`nothing for ${JSON.stringify(query)}`, async () => assert.deepEqual((await ask(made, query)).results, []))
}

test("what was corrected is said, what was typed right is not", async () => {
  assert.equal((await ask(made, "didwkghk")).corrected, "양자화")
  assert.equal((await ask(made, "텐서 코아")).corrected, "텐서 코어")
  for (const query of ["양자화", "양자화를", "tensor core", "모델 크기를 줄이려면"]) assert.equal((await ask(made, query)).corrected, "")
})

test("an English word that is one is not taken for Korean keys", async () => assert.equal((await ask(made, "triton")).corrected, ""))
