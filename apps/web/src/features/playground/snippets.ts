// The same call in three languages, as pasted: the key comes from the environment, the input is the one on the page.
type Call = { origin: string; template: string; input: Record<string, unknown> }

export function typescriptOf({ origin, template, input }: Call): string {
  const body = indent(JSON.stringify({ template, input }, null, 2), 2)
  return `const answer = await fetch('${origin}/v1/runs', {
  method: 'POST',
  headers: {
    authorization: \`Bearer \${process.env.GUILDHALL_API_KEY}\`,
    'content-type': 'application/json',
    prefer: 'wait=10',
  },
  body: JSON.stringify(${body}),
})
const run = await answer.json()
if (!answer.ok) throw new Error(\`\${run.code}: \${run.detail} (\${run.request_id})\`)
console.log(run.status, run.result?.output)
`
}

export function pythonOf({ origin, template, input }: Call): string {
  return `import os, requests

answer = requests.post(
    "${origin}/v1/runs",
    headers={"Authorization": f"Bearer {os.environ['GUILDHALL_API_KEY']}", "Prefer": "wait=10"},
    json=${indent(pythonValue({ template, input }, 0), 4)},
    timeout=30,
)
run = answer.json()
if not answer.ok:
    raise RuntimeError(f"{run['code']}: {run['detail']} ({run['request_id']})")
print(run["status"], run["result"] and run["result"]["output"])
`
}

const indent = (text: string, spaces: number) => text.replaceAll('\n', `\n${' '.repeat(spaces)}`)

/** A Python literal: True, False and None; texts as JSON writes them, which Python reads the same. */
function pythonValue(value: unknown, depth: number): string {
  if (value === null || value === undefined) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value !== 'object') return JSON.stringify(value)
  const [pad, end] = ['    '.repeat(depth + 1), '    '.repeat(depth)]
  const lines = Array.isArray(value)
    ? value.map((one: unknown) => pythonValue(one, depth + 1))
    : Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${pythonValue(one, depth + 1)}`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return lines.length === 0
    ? `${open}${close}`
    : `${open}\n${lines.map((one) => pad + one).join(',\n')},\n${end}${close}`
}
