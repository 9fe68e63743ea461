// Templates: what serves, the draft, what a change would do, and publishing.
import { getDraft, saveDraft } from '@guildhall/domain/template/draft'
import { getTemplate } from '@guildhall/domain/template/get'
import { listTemplates } from '@guildhall/domain/template/list'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { simulateTemplate } from '@guildhall/domain/template/simulate'
import { mutation, query, router } from '../door/trpc.ts'

export const templateRouter = router({
  list: query(listTemplates),
  get: query(getTemplate),
  draft: query(getDraft),
  saveDraft: mutation(saveDraft),
  publish: mutation(publishTemplate),
  // It changes nothing, but a content is too long for an address.
  simulate: mutation(simulateTemplate),
})
