// What is shown: definition, kinds, chapters, marks, passages; and input that wishes ill.

import assert from "node:assert/strict"
import { test } from "node:test"
import { Index, Stale } from "../../theme/assets/search/index.js"
import { passage, pattern } from "../../theme/assets/search/passage.js"
import { decode, encode } from "../../theme/assets/search/postings.js"
import { ask, engine, file, packed } from "./site.mjs"

const folder = packed()
const made = engine(folder)
// Two sections that name the same rare things, one that names others, and a chapter whose name its section does not say.
const page = (url, section, title, text) => ({ url, title, kind: section ? "section" : "page", section, docs: [{ id: "", heading: "", text, labels: [] }] })
const term = (id, section, form) => ({ id, title: form, gloss: "", forms: [form], wrong: [], section, level: "basic", definition: form, about: "" })
const near = engine(packed({
  pages: [page("perf/a/", "8.2", "가볍게", "프루닝, 증류, 희소성."), page("perf/b/", "8.1", "재기", "증류와 희소성을 잽니다."), page("net/c/", "12.1", "망", "스위치와 케이블."), page("net/", "", "DPU와 망", "")],
  terms: [term("pruning", "8.2", "프루닝"), term("distillation", "8.2", "증류"), term("sparsity", "8.2", "희소성"), term("switch", "12.1", "스위치"), term("dpu", "8.1", "DPU")],
}))

test("a term is defined first, then taught where its section is", async () => {
  const { definition, results } = await ask(made, "텐서 코어")
  assert.equal(definition.id, "tensor-core")
  assert.equal(definition.home.section, "2.3")
  assert.equal(results[0].section, "2.3")
})

test("a wrong form is named as one", async () => {
  assert.equal((await ask(made, "가지치기")).definition.wrong, "가지치기")
  assert.equal((await ask(made, "프루닝")).definition.wrong, "")
})

test("a product, a question and several words have no definition", async () => {
  for (const query of ["H100", "텐서 코어 양자화"]) assert.equal((await ask(made, query)).definition, null, query)
})

test("filters by kind and by chapter", async () => {
  const all = await ask(made, "텐서 코어")
  assert.equal(all.kinds.question, 1)
  assert.ok(all.results.every(r => r.kind !== "question" && r.kind !== "term"))
  const asked = await ask(made, "텐서 코어", { kind: "question" })
  assert.deepEqual(asked.results.map(r => r.id), ["q1"])
  const terms = await ask(made, "텐서 코어", { kind: "term" })
  assert.deepEqual(terms.results.map(r => r.url + r.id), ["glossary/tensor-core"])
  assert.deepEqual((await ask(made, "텐서 코어", { chapter: "8" })).results, [])
})

test("labs are found where they stand, and by themselves when asked for", async () => {
  const all = await ask(made, "배치 재어 보기")
  assert.equal(all.kinds.lab, 1)
  assert.ok(all.results.every(r => r.kind !== "lab"))
  assert.deepEqual((await ask(made, "배치 재어 보기", { kind: "lab" })).results.map(r => r.url + r.id), ["ops/serving/try"])
})

test("where little is found, sections that name the same things follow, said to be beside", async () => {
  const { results, kinds, chapters } = await ask(near, "프루닝")
  assert.deepEqual(results.map(r => [r.section, Boolean(r.beside)]), [["8.2", false], ["8.1", true]])
  assert.deepEqual([kinds.section, chapters["8"]], [1, 1], "what is beside is not counted")
  assert.ok((await ask(near, "프루닝", { chapter: "8" })).results.every(r => !r.beside))
  assert.deepEqual((await ask(near, "블록체인")).results, [])
})

test("a section is about what its chapter is called", async () => {
  assert.ok((await ask(near, "DPU")).results.some(r => r.section === "12.1" && !r.beside))
})

test("suggestions complete what is typed", async () => {
  assert.ok((await ask(made, "양")).suggestions.includes("양자화"))
  assert.ok((await ask(made, "텐서")).suggestions.some(s => s.startsWith("텐서 코어")))
})

test("what is marked is what stands in the text", async () => {
  const { marks } = await ask(made, "didwkghk")
  assert.ok(marks.includes("양자화"))
  assert.deepEqual(passage("값을 줄입니다. 양자화는 값을 더 적은 비트로 나타냅니다.", marks), ["값을 줄입니다. ", "양자화", "는 값을 더 적은 비트로 나타냅니다."])
})

test("passages begin near the mark and end at words", () => {
  const long = `${"앞의 글입니다. ".repeat(60)}여기 텐서코어가 있습니다. ${"뒤의 글입니다. ".repeat(60)}`
  const parts = passage(long, ["텐서 코어"])
  assert.equal(parts[1], "텐서코어")
  assert.ok(parts[0].startsWith("… ") && parts.at(-1).endsWith(" …") && parts.join("").length < 260)
})

test("forms are literal and Latin ones whole", () => {
  assert.equal(passage("a.c abc", ["a.c"])[1], "a.c")
  assert.equal("CUDNN MIGRATE".match(pattern(["MIG"])), null)
  assert.equal(pattern([]), null)
})

test("postings come back as they went", () => {
  const list = [[0, 9], [1, 1], [54, 3], [3000, 7], [200000, 5]]
  assert.deepEqual(decode(encode(list)), list.flat())
  assert.deepEqual(decode(""), [])
})

const HOSTILE = ["a".repeat(10_000), "양자화 ".repeat(2_500), "ㄱ".repeat(10_000), "뷁".repeat(10_000), "\u0000\u0007\u001b[31m", "\ud800\ud800", "\udc00양자화", "\u202e텐서 코어\u2066", "<img src=x onerror=alert(1)>", "(((((*+?[]{}|\\", "((a+)+)+$", "__proto__", "constructor", "hasOwnProperty toString", "%E0%A4%A", "💥👨‍👩‍👧".repeat(300), "1".repeat(5000), "은", "에서는 으로", "-", "~"]
for (const query of HOSTILE) {
  test(`survives ${JSON.stringify(query.slice(0, 30))} (${query.length})`, async () => {
    const begun = performance.now()
    for (const filter of [{}, { kind: "term" }, { kind: "nonsense", chapter: "999" }]) {
      const answer = await ask(made, query, filter)
      assert.ok(Array.isArray(answer.results))
      assert.ok(answer.query.length <= 200)
    }
    assert.ok(performance.now() - begun < 2000, "in time")
  })
}

test("hostile words in the middle of a good query do not spoil it", async () => {
  assert.equal((await ask(made, "\u202e양자화\u0000")).results[0].id, "quant")
})

test("an index that is none is refused", () => {
  for (const core of [null, {}, [], { pages: 1 }, { build: "x", pages: [], terms: [] }]) assert.throws(() => new Index(core))
})

test("files of another build are not mixed in", async () => {
  const index = new Index(file(folder, "core.json"), async name => ({ ...file(folder, name), build: "another" }))
  await assert.rejects(index.fetch([0]), Stale)
  await assert.rejects(index.file("page-0.json"), Stale)
})

test("a file that failed to come is asked for again", async () => {
  let tries = 0
  const index = new Index(file(folder, "core.json"), async name => { if (!tries++) throw new Error("network"); return file(folder, name) })
  await assert.rejects(index.fetch([0]))
  await index.fetch([0])
})

test("the same documents make the same files", () => {
  const again = packed()
  for (const name of ["core.json", "words-0.json", "page-1.json", "terms-0.json"]) assert.deepEqual(file(again, name), file(folder, name))
})
