// What the note says of its own making: what is missing or assumed, the model behind it, the disclosures of the jurisdiction.
import type { Localized } from '../../kit/localized.ts'
import { inputFields } from './input-fields.ts'
import { productLabels } from './labels.ts'
import type { NoteSource, Recorder } from './note-recorder.ts'

export function dataContext({ input, found, card, content }: NoteSource, { text, count, state }: Recorder) {
  const { affordability } = found
  const isConsumer = ['personal', 'auto', 'card'].includes(input.product.type)
  const own = content.disclosures.filter(
    ({ jurisdiction }) => jurisdiction === 'ALL' || jurisdiction === input.jurisdiction,
  )
  const unless = (isKnown: boolean, path: string, label: Localized) => (isKnown ? null : state(path, label))
  return {
    missing: found.missing.map((path) => {
      const { label } = inputFields[path]
      const en = label.en.charAt(0).toLowerCase() + label.en.slice(1)
      return { item: state(`missing.${path}`, { en: `Not known: ${en}.`, 'zh-CN': `未知：${label['zh-CN']}。` }) }
    }),
    assumed: found.assumed.map((path) => ({ name: text(`assumed.${path}`, path, inputFields[path].label) })),
    model: text('model.name', card.name),
    model_rows: count('model.data.rows', card.data.rows),
    model_source: text('model.data.source', card.data.source),
    no_collateral: unless(Boolean(input.collateral), 'collateral.none', {
      en: 'No collateral was described.',
      'zh-CN': '申请未说明抵押物。',
    }),
    no_capacity: unless(affordability.dti_after !== null, 'affordability.none', {
      en: 'Income or debt service is not known, so debt service to income cannot be stated.',
      'zh-CN': '收入或债务支出未知，无法计算偿债收入比。',
    }),
    no_bureau: unless((input.bureau.delinq_30p_24m ?? null) !== null, 'bureau.none', {
      en: 'No credit report figures were given on late payments.',
      'zh-CN': '未提供逾期方面的征信数据。',
    }),
    not_used: state('data.not_used', {
      en: 'Age, sex, marital status and nationality are not used.',
      'zh-CN': '不使用年龄、性别、婚姻状况和国籍。',
    }),
    unlike: unless(isConsumer || card.name !== 'consumer-pd', 'model.unlike', {
      en: `The model has learnt from consumer loans, not from ${productLabels[input.product.type]?.en.replace(/^an? /, '') ?? ''}s: read its score as a first sign only.`,
      'zh-CN': `模型以消费贷款训练，未包含${productLabels[input.product.type]?.['zh-CN'] ?? ''}：评分仅供初步参考。`,
    }),
    disclosures: own.map(({ text: label }, at) => ({ text: state(`disclosures.${at}`, label) })),
    ai_label: state('ai_label', {
      en: 'AI-generated: figures come from a statistical model and rules, sentences are composed from those figures by software.',
      'zh-CN': '人工智能生成：数据来自统计模型与规则，文字由软件依据这些数据生成。',
    }),
  }
}
