// Templates: what serves, the draft, its versions and channels, what a change would do, and publishing.

import {
  archiveTemplate,
  promoteCanary,
  rollbackTemplate,
  setCanary,
  unarchiveTemplate,
} from '@guildhall/domain/template/channels'
import { createTemplate } from '@guildhall/domain/template/create'
import { diffTemplate } from '@guildhall/domain/template/diff'
import { getDraft } from '@guildhall/domain/template/draft'
import { exportTemplate, importTemplate } from '@guildhall/domain/template/exchange'
import { getTemplate } from '@guildhall/domain/template/get'
import { listTemplates } from '@guildhall/domain/template/list'
import { previewTemplate } from '@guildhall/domain/template/preview'
import { publishTemplate } from '@guildhall/domain/template/publish'
import { findRuleRecords, getRuleMatches, getRuleValues } from '@guildhall/domain/template/rule-records'
import { discardDraft, saveDraft } from '@guildhall/domain/template/save-draft'
import { getDocumentSchema } from '@guildhall/domain/template/schema'
import { simulateTemplate } from '@guildhall/domain/template/simulate'
import { getTemplateVersion, listVersions } from '@guildhall/domain/template/versions'
import { getPublishingPolicy, setPublishingPolicy } from '@guildhall/domain/tenant/policy'
import { mutation, query, router } from '../door/trpc.ts'

export const templateRouter = router({
  list: query(listTemplates),
  get: query(getTemplate),
  create: mutation(createTemplate),
  archive: mutation(archiveTemplate),
  unarchive: mutation(unarchiveTemplate),
  draft: query(getDraft),
  saveDraft: mutation(saveDraft),
  discardDraft: mutation(discardDraft),
  publish: mutation(publishTemplate),
  rollback: mutation(rollbackTemplate),
  versions: query(listVersions),
  version: query(getTemplateVersion),
  setCanary: mutation(setCanary),
  promoteCanary: mutation(promoteCanary),
  export: query(exportTemplate),
  import: mutation(importTemplate),
  diff: query(diffTemplate),
  // It changes nothing, but a content is too long for an address.
  simulate: mutation(simulateTemplate),
  preview: mutation(previewTemplate),
  schema: query(getDocumentSchema),
  ruleValues: query(getRuleValues),
  // Like simulate.
  ruleMatches: mutation(getRuleMatches),
  ruleRecords: query(findRuleRecords),
  policy: query(getPublishingPolicy),
  setPolicy: mutation(setPublishingPolicy),
})
