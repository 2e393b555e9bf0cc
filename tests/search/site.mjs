// A small site's index for the tests, packed as a real one is.

import { execFileSync } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { Engine } from "../../theme/assets/search/engine.js"
import { Index } from "../../theme/assets/search/index.js"

const ROOT = path.resolve(import.meta.dirname, "../..")

const part = (id, heading, text, labels = []) => ({ id, heading, text, labels })
const term = (id, section, definition, forms, wrong = []) => ({ id, title: forms[0], gloss: forms[1] ?? "", forms: [...forms, ...wrong], wrong, section, level: "basic", definition, about: definition })

export const DOCUMENTS = {
  pages: [
    { url: "gpu/cores/", title: "텐서 코어 및 DLSS", kind: "section", section: "2.3", docs: [
      part("", "", "텐서 코어는 행렬 곱셈을 빠르게 하는 장치입니다."),
      part("tensor", "텐서 코어(Tensor Cores)의 동작 방식", "텐서 코어는 작은 행렬을 한 번에 곱합니다. 게임 화면을 고해상도로 바꾸는 기술도 이것을 씁니다."),
      part("warp", "워프", "스레드 32개를 워프라고 합니다."),
      { ...part("q1", "텐서 코어가 하는 일은 무엇입니까?", "텐서 코어가 하는 일은 무엇입니까? 행렬 곱셈"), kind: "question" }] },
    { url: "perf/models/", title: "모델 최적화 기법", kind: "section", section: "8.2", docs: [
      part("", "", "모델의 크기를 줄이는 방법을 다룹니다."),
      part("quant", "양자화의 계산", "양자화는 값을 더 적은 비트로 나타냅니다. 양자화하면 정확도가 조금 떨어질 수 있습니다. FP8과 INT8을 씁니다.", ["양자화"]),
      part("prune", "프루닝", "프루닝은 가중치를 잘라 냅니다. 모델 크기를 줄입니다.")] },
    { url: "ops/serving/", title: "Triton Inference Server", kind: "section", section: "6.3", docs: [
      part("", "", "추론 서버의 하나입니다. CUDA 13 이상에서 돕니다."),
      part("batch", "동적 배치", "요청을 모아 처리합니다."),
      { ...part("try", "동적 배치를 재어 보기", "서버를 띄우고 잽니다."), kind: "lab" }] },
    { url: "products/h100/", title: "H100 SXM5", kind: "product", section: "", forms: ["H100 SXM5", "H100"], docs: [part("", "", "80GB")] },
    { url: "products/h200/", title: "H200 SXM", kind: "product", section: "", forms: ["H200 SXM", "H200"], docs: [part("", "", "141GB")] },
    { url: "compare/gpus/", title: "데이터 센터 GPU 비교", kind: "matrix", section: "", docs: [part("", "", "H100과 H200", ["H100"])] },
  ],
  terms: [
    term("tensor-core", "2.3", "행렬을 곱하는 장치이다.", ["텐서 코어", "Tensor Core", "텐서코어"], ["텐써 코어"]),
    term("quantization", "8.2", "값을 더 적은 비트로 나타내는 기법이다.", ["양자화", "quantization", "퀀타이제이션"]),
    term("pruning", "8.2", "가중치를 잘라 내는 기법이다.", ["프루닝", "pruning"], ["가지치기"]),
    term("warp", "2.3", "함께 도는 스레드 32개이다.", ["워프", "warp"]),
    term("triton", "6.3", "추론 서버이다.", ["Triton", "Triton Inference Server"]),
    term("gpu", "2.3", "병렬 계산 장치이다.", ["GPU", "graphics processing unit"]),
    term("fp8", "8.2", "8비트 부동소수점이다.", ["FP8"]),
  ],
}

export function packed(documents = DOCUMENTS) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "search-"))
  execFileSync(process.execPath, ["--no-warnings", path.join(ROOT, "publish/search_pack.mjs"), folder], { input: JSON.stringify(documents) })
  return folder
}

export const file = (folder, name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"))

export function engine(folder = packed()) {
  return new Engine(new Index(file(folder, "core.json"), async name => file(folder, name)))
}

export async function ask(made, query, filter) {
  return made.shown(await made.answer(query), filter)
}
