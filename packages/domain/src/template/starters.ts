// The templates every new tenant begins with: the starters of every task, published as version 1, so that the first call works.
import { newId } from '@guildhall/contracts/ids'
import { defaultSettings, type TemplateDocument } from '@guildhall/contracts/template-document'
import type { Tx } from '@guildhall/db/client'
import type { Starter, Task, Vertical } from '@guildhall/verticals/kit/vertical'
import { verticals } from '@guildhall/verticals/registry'
import { z } from 'zod'
import { digestOf, newDocument, partsOf } from './document.ts'
import { goldensOfStarter } from './starter-goldens.ts'

const onByThemselves = verticals.filter((one) => !one.isOffByDefault)

/** Starters that are there stay as they are. */
export async function writeStarters(
  tx: Tx,
  { tenantId, publishedBy, of = onByThemselves }: { tenantId: string; publishedBy: string; of?: readonly Vertical[] },
): Promise<void> {
  for (const vertical of of) {
    for (const task of vertical.tasks)
      for (const starter of task.starters) await writeStarter(tx, { tenantId, publishedBy, vertical, task, starter })
  }
}

type Writing = { tenantId: string; publishedBy: string; vertical: Vertical; task: Task; starter: Starter }

async function writeStarter(tx: Tx, { tenantId, publishedBy, vertical, task, starter }: Writing): Promise<void> {
  if (await tx.template.findFirst({ where: { tenantId, slug: starter.slug } })) return
  const templateId = newId('template')
  await tx.template.create({
    data: {
      id: templateId,
      tenantId,
      slug: starter.slug,
      name: starter.title.en,
      vertical: vertical.slug,
      task: task.slug,
      liveVersion: 1,
    },
  })
  const document = documentOfStarter(vertical, task, starter)
  const { content, settings, goldens } = partsOf(document)
  await tx.templateVersion.create({
    data: {
      id: newId('templateVersion'),
      tenantId,
      templateId,
      number: 1,
      content: json(content),
      settings: json(settings),
      goldens: json(goldens),
      digest: digestOf(document),
      publishedAt: new Date(),
      publishedBy,
    },
  })
}

const json = (value: unknown) => z.json().parse(value) ?? {}

export function documentOfStarter(vertical: Pick<Vertical, 'slug'>, task: Task, starter: Starter): TemplateDocument {
  const named = { vertical: vertical.slug, task: task.slug }
  return newDocument(named, {
    content: starter.content,
    settings: defaultSettings,
    goldens: goldensOfStarter({ ...named, slug: starter.slug }),
  })
}
