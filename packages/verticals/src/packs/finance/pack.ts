// The finance pack: risk notes for loan applications. The only file others see.
import { goldenCaseSchema } from '../../kit/golden.ts'
import { defineTask, defineVertical } from '../../kit/vertical.ts'
import { loans } from './collections.ts'
import { composeRiskNote } from './compose.ts'
import { defaultContent, riskNoteContent } from './content.ts'
import { riskFeatures } from './features.ts'
import { riskNoteForm } from './form.ts'
import nothingKnown from './golden/nothing-known.json' with { type: 'json' }
import workedFigures from './golden/worked-figures.json' with { type: 'json' }
import { riskNoteInput } from './input.ts'
import { creditModel } from './model.ts'
import { samples } from './samples.ts'

export const finance = defineVertical({
  slug: 'finance',
  title: { en: 'Finance', 'zh-CN': '金融' },
  collections: [loans],
  tasks: [
    defineTask({
      slug: 'risk_note',
      starter: 'consumer-risk-note',
      title: { en: 'Consumer risk note', 'zh-CN': '消费信贷风险报告' },
      summary: {
        en: 'Probability of default, score, reasons, policy tests, affordability and a note in two languages.',
        'zh-CN': '违约概率、评分、原因、政策检验、偿债能力，以及中英文报告。',
      },
      input: riskNoteInput,
      content: riskNoteContent,
      defaultContent,
      form: riskNoteForm,
      samples,
      goldens: [workedFigures, nothingKnown].map((golden) => goldenCaseSchema.parse(golden)),
      model: creditModel,
      features: ({ input }) => riskFeatures(input),
      compose: composeRiskNote,
    }),
  ],
})
