// The command that works as pasted: one run of the first template, waiting for its end.
export function curlOf(call: {
  origin: string
  secret: string
  input: Record<string, unknown>
  template?: string
}): string {
  const body = { template: call.template ?? 'consumer-risk-note', input: call.input }
  // A single quote inside single quotes: close, escape, open.
  const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''")
  return [
    `curl -sS ${call.origin}/v1/runs \\`,
    `  -H 'Authorization: Bearer ${call.secret}' \\`,
    "  -H 'Content-Type: application/json' \\",
    "  -H 'Prefer: wait=10' \\",
    `  -d '${json}'`,
  ].join('\n')
}
