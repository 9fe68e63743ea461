// The template a tenant begins with once it has switched the vertical on. Careful by default: doubt raises the level.
import type { Starter } from '../../kit/vertical.ts'
import type { TriageNoteContent } from './content.ts'

const content: TriageNoteContent = {
  moderate_from: 0.05,
  high_from: 0.5,
  decided_on: 'upper',
  most_missing: 2,
  on_outside: 'undetermined',
  max_reasons: 5,
  actions: {
    high: {
      en: 'Put this case at the head of the list for review by a clinician.',
      'zh-CN': '请将本病例置于临床医生复核列表的最前。',
    },
    moderate: {
      en: 'Have a clinician review this case before the list of low cases.',
      'zh-CN': '请临床医生先于低等级病例复核本病例。',
    },
    low: {
      en: 'Keep the usual order of review; a clinician still looks at this case.',
      'zh-CN': '按常规次序复核；仍须由临床医生查看本病例。',
    },
    undetermined: {
      en: 'Complete or check the measurements, and treat the case as if this note did not exist.',
      'zh-CN': '请补全或核对测量值，并视同没有本说明处理本病例。',
    },
  },
  disclaimers: [],
}

export const starters: readonly [Starter, ...Starter[]] = [
  {
    slug: 'breast-triage-note',
    title: { en: 'Breast aspirate triage note', 'zh-CN': '乳腺细针穿刺分诊说明' },
    content,
  },
]
