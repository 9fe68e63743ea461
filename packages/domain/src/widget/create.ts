// Create, list and disable widgets: a publishable key with the origins that may use it.
import { randomBytes, randomInt } from 'node:crypto'
import { AppError } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { toPage } from '@guildhall/contracts/list'
import {
  createWidgetInput,
  listWidgetsInput,
  widgetIdInput,
  widgetList,
  widgetObject,
} from '@guildhall/contracts/widget'
import { findTemplate } from '../template/view.ts'
import { defineVerb } from '../verb.ts'
import { findWidget, widgetView } from './view.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const keyChars = 24

export const createWidget = defineVerb({
  name: 'widget.create',
  scope: 'admin',
  input: createWidgetInput,
  output: widgetObject,
  run: async ({ actor, tx, note }, input) => {
    const template = await findTemplate(tx, actor.tenantId, input.template)
    if (template.vertical !== 'retail' || template.task !== 'recommend')
      throw new AppError('input_invalid', {
        public: `Template ${template.slug} does not answer with items for shoppers`,
        errors: [{ location: 'body.template', message: 'is no retail template', fix: 'Name one that recommends' }],
      })
    const id = newId('widget')
    const random = Array.from({ length: keyChars }, () => alphabet.charAt(randomInt(alphabet.length))).join('')
    await tx.widget.create({
      data: {
        id,
        tenantId: actor.tenantId,
        templateId: template.id,
        name: input.name,
        key: `gh_pub_${random}`,
        origins: [...new Set(input.origins)],
        takesPurchases: input.takes_purchases,
        signingKey: Uint8Array.from(randomBytes(32)),
        createdBy: actor.name,
      },
    })
    note({ subject: id, detail: { template: template.slug, origins: input.origins } })
    return widgetView(await findWidget(tx, actor.tenantId, id))
  },
})

export const listWidgets = defineVerb({
  name: 'widget.list',
  scope: 'templates:read',
  isRead: true,
  input: listWidgetsInput,
  output: widgetList,
  run: async ({ actor, tx }, { cursor, limit }) => {
    const rows = await tx.widget.findMany({
      where: { tenantId: actor.tenantId, ...(cursor ? { id: { lt: cursor } } : {}) },
      omit: { signingKey: true },
      include: { template: { select: { slug: true } } },
      orderBy: { id: 'desc' },
      take: limit + 1,
    })
    return toPage(rows.map(widgetView), limit)
  },
})

export const disableWidget = defineVerb({
  name: 'widget.disable',
  scope: 'admin',
  input: widgetIdInput,
  output: widgetObject,
  run: async ({ actor, tx, note }, { id }) => {
    const row = await findWidget(tx, actor.tenantId, id)
    const disabledAt = row.disabledAt ?? new Date()
    await tx.widget.update({ where: { id }, data: { disabledAt } })
    note({ subject: id })
    return widgetView({ ...row, disabledAt })
  },
})
