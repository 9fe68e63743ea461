// A learner at a resource link: enrolled by the registration's consent if nobody enrolled them, and remembered with what is practised and where scores
// go. The platform's name for the person is kept only where a score needs it, and sealed.
import { AppError } from '@guildhall/contracts/errors'
import { type Id, newId } from '@guildhall/contracts/ids'
import type { Tx } from '@guildhall/db/client'
import { withTenant } from '@guildhall/db/scope'
import { collectionNamed } from '../collection/find.ts'
import { writeRecords } from '../collection/write.ts'
import { writeAudit } from '../verb.ts'
import type { Launch } from './claims.ts'
import { pseudonymOf } from './pseudonym.ts'
import type { RegistrationRow } from './registration.ts'
import { seal } from './seal.ts'
import { readSecrets } from './tool.ts'

const usualTemplate = 'maths-tutor'

type Entering = { registration: RegistrationRow; launch: Launch; requestId: string }
export type Entered = { linkId: string; sessionSecret: Uint8Array }

/** Null where the link asks for a template or a skill that the tenant does not have. */
export function enterLink(
  tenantId: Id<'tenant'>,
  { registration, launch, requestId }: Entering,
): Promise<Entered | null> {
  return withTenant(tenantId, async (tx) => {
    const template = launch.template ?? usualTemplate
    if (!(await isPractisable(tx, tenantId, { template, skills: launch.skills }))) return null
    const secrets = await readSecrets(tx, tenantId)
    if (!secrets) throw new AppError('bug', { public: 'This tenant is no LTI tool', internal: tenantId })
    const { issuer } = registration
    const learner = pseudonymOf(secrets.pseudonyms, 'learner', [issuer, launch.subject])
    const classRef =
      launch.context === null
        ? null
        : pseudonymOf(secrets.pseudonyms, 'class', [issuer, launch.deploymentId, launch.context])
    await enrol(tx, { tenantId, registration, learner, classRef, requestId })
    const linkId = await keepLink(tx, { tenantId, registration, launch, learner, classRef, template })
    return { linkId, sessionSecret: secrets.sessions }
  })
}

type Wanted = { template: string; skills: readonly string[] }

async function isPractisable(tx: Tx, tenantId: string, { template, skills }: Wanted): Promise<boolean> {
  const row = await tx.template.findFirst({
    where: { tenantId, OR: [{ slug: template }, { id: template }], vertical: 'education', archivedAt: null },
    select: { id: true },
  })
  if (!row) return false
  const [found] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM unnest(${[...skills]}::text[]) AS asked(skill)
    WHERE EXISTS (SELECT 1 FROM record WHERE tenant_id = ${tenantId} AND collection = 'exercises'
      AND body #>> '{skills,0}' = asked.skill)`
  return found?.count === skills.length
}

type Enrolling = {
  tenantId: Id<'tenant'>
  registration: RegistrationRow
  learner: string
  classRef: string | null
  requestId: string
}

/** What was agreed for a learner stays as it is: whoever is enrolled already is left alone. */
async function enrol(tx: Tx, { tenantId, registration, learner, classRef, requestId }: Enrolling): Promise<void> {
  const { schema, headOf, name } = collectionNamed('learners')
  const consent = { basis: registration.consentBasis, training_allowed: false, store_text: false }
  const record = schema.parse({ id: learner, class_ref: classRef, consent })
  const records = [{ ...headOf(record), body: JSON.stringify(record) }]
  const { inserted } = await writeRecords(tx, { tenantId, collection: name, isImmutable: true, records })
  if (inserted === 0) return
  const actor = { tenantId, name: `lti:${registration.id}`, requestId }
  await writeAudit(tx, { actor, verb: 'classroom.enrol', subject: learner, detail: { consent } })
}

type Keeping = Omit<Enrolling, 'requestId'> & { launch: Launch; template: string }

async function keepLink(
  tx: Tx,
  { tenantId, registration, launch, learner, classRef, template }: Keeping,
): Promise<string> {
  const { deploymentId, resourceLink, lineItem, skills, subject } = launch
  const place = { registrationId: registration.id, deploymentId, resourceLink, learner }
  const told = {
    classRef,
    skills,
    template,
    lineItem,
    subject: lineItem === null ? null : seal(Buffer.from(subject), { tenantId, purpose: 'subject' }),
    launchedAt: new Date(),
    ...(lineItem === null ? { scoreDueAt: null } : {}),
  }
  const row = await tx.ltiLink.upsert({
    where: { registrationId_deploymentId_resourceLink_learner: place },
    create: { id: newId('ltiLink'), tenantId, ...place, ...told },
    update: told,
    select: { id: true },
  })
  return row.id
}
