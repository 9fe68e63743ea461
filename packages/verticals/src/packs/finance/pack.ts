// The finance pack: risk notes for loan applications. The only file others see.
import { defineTask, defineVertical } from '../../kit/vertical.ts'
import { arrangeInput, completed } from './arrange.ts'
import { applications, loans } from './collections.ts'
import { composeRiskNote } from './compose.ts'
import { riskNoteContent } from './content.ts'
import { riskFeatures } from './features.ts'
import { riskNoteForm } from './form.ts'
import { goldens } from './goldens.ts'
import { riskNoteInput } from './input.ts'
import { creditModel } from './model.ts'
import { recourseProbes } from './recourse.ts'
import { contentFaults, redecide } from './redecide.ts'
import { samples } from './samples.ts'
import { sealInput } from './seal.ts'
import { starters } from './starters.ts'
import { contentWords, decisionOf, goldenPaths } from './words.ts'

export const finance = defineVertical({
  slug: 'finance',
  title: { en: 'Finance', 'zh-CN': '金融' },
  collections: [loans, applications],
  tasks: [
    defineTask({
      slug: 'risk_note',
      starters,
      title: { en: 'Risk note', 'zh-CN': '风险报告' },
      summary: {
        en: 'Probability of default, score, reasons, policy tests, affordability and a note in two languages.',
        'zh-CN': '违约概率、评分、原因、政策检验、偿债能力，以及中英文报告。',
      },
      input: riskNoteInput,
      content: riskNoteContent,
      form: riskNoteForm,
      samples,
      goldens,
      words: contentWords,
      decisionOf,
      goldenPaths,
      model: creditModel,
      arrange: arrangeInput,
      seal: sealInput,
      features: ({ input, content }) => riskFeatures(completed(input, content).input),
      probes: ({ input, ...given }) => recourseProbes({ ...given, input: completed(input, given.content).input }),
      compose: composeRiskNote,
      redecide,
      contentFaults,
    }),
  ],
})
