// The glossary narrows as the search reads.

import assert from "node:assert/strict"
import { test } from "node:test"
import { fit, Names } from "../../theme/assets/search/names.js"

const ENTRIES = [
  { id: "quantization", names: ["양자화", "quantization", "퀀타이제이션"] },
  { id: "tensor-core", names: ["텐서 코어", "Tensor Core"] },
  { id: "core", names: ["코어", "core"] },
  { id: "triton", names: ["Triton", "트리톤"] },
  { id: "warp", names: ["워프", "warp"] },
  { id: "gpu", names: ["그래픽 처리 장치", "graphics processing unit", "GPU"] },
  { id: "roce", names: ["RoCE", "RDMA over Converged Ethernet"] },
  { id: "nvlink", names: ["NVLink"] },
]
const names = new Names(ENTRIES)
const found = query => [...names.find(query).found.keys()].map(e => e.id)

for (const [query, ids] of [
  ["양", ["quantization"]], ["양잫", ["quantization"]], ["ㅇㅈ", ["quantization"]], ["코어", ["tensor-core", "core"]], ["텐서코어", ["tensor-core"]], ["tensor c", ["tensor-core"]],
  ["양자화를", ["quantization"]], ["양자회", ["quantization"]], ["didwkghk", ["quantization"]], ["ㅈㅁ게", ["warp"]], ["트라이톤", ["triton"]], ["zhdj", ["tensor-core", "core"]],
  ["roce", ["roce"]], ["link", ["nvlink"]], ["processing", ["gpu"]], ["cessin", ["gpu"]],
  ["zzzz", []], ["", []], ["<b>", []], ["((a+)+)+$", []], ["\ud800", []],
]) test(`${JSON.stringify(query)} -> ${ids}`, () => assert.deepEqual(found(query), ids))

test("what was understood is said, what was typed right is not", () => {
  assert.equal(names.find("didwkghk").read, "양자화")
  assert.equal(names.find("양자회").read, "양자화")
  assert.equal(names.find("양자화").read, "")
})

test("how well a name fits", () => assert.deepEqual(["코어", "코", "어", "텐"].map(q => fit(q, "코어")), [3, 2, 1, 0]))
