// What is copied runs: Python's own literals, and TypeScript that parses.
import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { pythonOf, typescriptOf } from './snippets.ts'

const input = { a: 'it\'s "quoted" \\ 中文', isOn: true, none: null, list: [1, 0.5, { deep: false }], empty: {} }
const call = { origin: 'http://127.0.0.1:3000', template: 'consumer-risk-note', input }

test('the Python snippet is Python, and holds the input as it is', () => {
  const literal = /json=(.*),\n {4}timeout/s.exec(pythonOf(call))?.[1] ?? ''
  const script = 'import sys, ast, json; print(json.dumps(ast.literal_eval(sys.stdin.read())))'
  const read = execFileSync('python3', ['-c', script], { input: literal, encoding: 'utf8' })
  expect(JSON.parse(read)).toEqual({ template: call.template, input })
  execFileSync('python3', ['-c', 'import sys, ast; ast.parse(sys.stdin.read())'], { input: pythonOf(call) })
})

test('the TypeScript snippet holds the input as it is', () => {
  const literal = /JSON\.stringify\((.*)\),\n\}\)/s.exec(typescriptOf(call))?.[1] ?? ''
  expect(JSON.parse(literal)).toEqual({ template: call.template, input })
})
