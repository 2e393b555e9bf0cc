// Particles behind what was looked for.

import assert from "node:assert/strict"
import { test } from "node:test"
import { particle } from "../../theme/assets/search/view.js"

test("particles fit the word", () => {
  const by = word => particle(word, "로", "으로")
  assert.deepEqual(["양자화", "커널", "신경망", "InfiniBand"].map(by), ["로", "로", "으로", "(으)로"])
  assert.deepEqual(["양자화", "커널"].map(w => particle(w, "라고", "이라고")), ["라고", "이라고"])
  assert.equal(particle("GPU", "라고", "이라고"), "(이)라고")
})
