// Rules of one source file: a header, a size, a name, and the few calls that only some files may make.

const maxLines = 300
const vagueNames = /(^|\/)(utils?|helpers?|common|shared|misc|lib|core|manager|service)(\.|\/)/

/** Who may leave the tenant's scope, each with a stated reason in the call. Add a file here only with a reviewer's consent. */
const mayUseSystem = new Set([
  'packages/db/src/scope.ts',
  'packages/domain/src/health/ready.ts',
  'packages/domain/src/impact/sweep.ts',
  'packages/domain/src/invitation/accept.ts',
  'packages/domain/src/key/authenticate.ts',
  'packages/domain/src/lti/take-scores.ts',
  'packages/domain/src/mail/write.ts',
  'packages/domain/src/model/builtin.ts',
  'packages/domain/src/outbox/send.ts',
  'packages/domain/src/run/claim.ts',
  'packages/domain/src/run/sweep.ts',
  'packages/domain/src/tenant/create.ts',
  'packages/domain/src/tenant/demo.ts',
  'packages/domain/src/tenant/mine.ts',
  'packages/domain/src/tenant/operator.ts',
  'packages/domain/src/training/schedule.ts',
  'packages/domain/src/training/sweep.ts',
  'packages/domain/src/training/work.ts',
  'packages/domain/src/widget/open.ts',
  'packages/domain/src/xapi/deliver.ts',
])
// snippets.ts writes it into code that others paste.
const readsEnvironment = /(^|\/)env\.ts$|^tools\/|^prisma\/|^apps\/web\/e2e\/|^apps\/web\/src\/proxy\.ts$|snippets\.ts$/

export function checkSource(file: string, text: string): string[] {
  const breaches: string[] = []
  const breach = (message: string) => breaches.push(`${file}: ${message}`)
  const lines = text.split('\n').length
  const isTest = /\.(test|spec)\.tsx?$/.test(file)
  const body = text.replace(/^(['"]use (client|server)['"]\n)|^#!.*\n/, '')
  if (!/^(\/\/|\/\*)/.test(body)) breach('has no header. Cure: one to three lines that say what it is')
  if (lines > maxLines) breach(`has ${lines} lines, more than ${maxLines}. Cure: split it by meaning`)
  if (vagueNames.test(file)) breach('has a name that says nothing. Cure: name it for its main export')
  if (/\bvi\.mock\(/.test(text) && file !== 'tools/tidy/source.ts')
    breach('mocks a module. Cure: test against the real one')
  if (/^export \*/m.test(text)) breach('re-exports everything. Cure: name what is exported')
  if (/\bwithSystem(Sql)?\(/.test(text) && !isTest && !mayUseSystem.has(file))
    breach('leaves the tenant scope. Cure: use the verb context, or justify it in tools/tidy/source.ts')
  if (/process\.env\b/.test(text) && !isTest && !readsEnvironment.test(file))
    breach('reads process.env. Cure: parse it in env.ts of its deployable')
  return breaches
}
