// The health pack: triage notes from measurements of a breast aspirate. A demonstration of a fourth vertical; off by default. The only file
// others see.
import { defineTask, defineVertical } from '../../kit/vertical.ts'
import { composeTriageNote } from './compose.ts'
import { triageNoteContent } from './content.ts'
import { triageFeatures } from './features.ts'
import { triageNoteForm } from './form.ts'
import { goldens } from './goldens.ts'
import { triageHighlights } from './highlights.ts'
import { triageNoteInput } from './input.ts'
import { malignancyModel } from './model.ts'
import { levelIn, redecide } from './redecide.ts'
import { samples } from './samples.ts'
import { starters } from './starters.ts'
import { contentWords } from './words.ts'

export const health = defineVertical({
  slug: 'health',
  title: { en: 'Health', 'zh-CN': '医疗' },
  summary: {
    en: 'Triage notes from measurements of a breast aspirate. For research and demonstration: not a diagnosis, not a medical device; a clinician decides.',
    'zh-CN': '依据乳腺细针穿刺测量值生成分诊说明。仅供研究与演示：不是诊断，不是医疗器械，须由临床医生决定。',
  },
  isOffByDefault: true,
  collections: [],
  tasks: [
    defineTask({
      slug: 'triage_note',
      title: { en: 'Triage note', 'zh-CN': '分诊说明' },
      summary: {
        en: 'Estimated probability of malignancy with its interval, exact reasons, a triage level by your thresholds, and a note in two languages.',
        'zh-CN': '恶性概率估计及其区间、精确原因、按阈值划分的分诊等级，以及中英文说明。',
      },
      input: triageNoteInput,
      content: triageNoteContent,
      form: triageNoteForm,
      starters,
      samples,
      goldens,
      highlights: triageHighlights,
      model: malignancyModel,
      features: ({ input }) => triageFeatures(input),
      compose: composeTriageNote,
      redecide,
      words: contentWords,
      decisionOf: levelIn,
      goldenPaths: ['triage.level', 'triage.because'],
    }),
  ],
})
