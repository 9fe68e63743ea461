// How levels and the figure that decides are called, and the sentences that stand in every note whatever its template says.
import type { Localized } from '../../kit/localized.ts'
import type { Level, TriageNoteContent } from './content.ts'

export const levelLabels: Record<Level, Localized> = {
  high: { en: 'High', 'zh-CN': '高' },
  moderate: { en: 'Moderate', 'zh-CN': '中' },
  low: { en: 'Low', 'zh-CN': '低' },
  undetermined: { en: 'Undetermined', 'zh-CN': '无法判定' },
}

export const decidedOnLabels: Record<TriageNoteContent['decided_on'], Localized> = {
  upper: { en: 'upper end of the interval', 'zh-CN': '区间上限' },
  probability: { en: 'probability', 'zh-CN': '概率' },
}

export const becauseLabels: Record<'missing' | 'outside', Localized> = {
  missing: {
    en: 'More measurements are missing than this template allows, so no level is given.',
    'zh-CN': '缺失的测量值超过模板允许的数量，因此不给出等级。',
  },
  outside: {
    en: 'A measurement lies outside of what the model has learnt from, so no level is given.',
    'zh-CN': '有测量值超出模型训练数据的范围，因此不给出等级。',
  },
}

export const boundedLabel: Localized = {
  en: 'The estimate is held to the strongest that so few cases can support.',
  'zh-CN': '估计值已限制在现有病例数所能支持的最大程度。',
}

/** Not part of a template: nobody can take them out. */
export const disclaimers: readonly Localized[] = [
  {
    en: 'This is not a diagnosis. It orders cases for review by people, and nothing else.',
    'zh-CN': '本说明不是诊断，仅用于安排人工复核的先后次序。',
  },
  {
    en: 'This software is not a medical device and has not been cleared, approved or validated for clinical use.',
    'zh-CN': '本软件不是医疗器械，未获批准或许可，也未经临床验证。',
  },
  {
    en: 'A qualified clinician decides, by cytology, imaging and examination. Never delay care because of this note.',
    'zh-CN': '须由具备资质的临床医生结合细胞学、影像和体检作出决定，切勿因本说明延误诊疗。',
  },
  {
    en: 'The model has learnt from cases of one hospital, published in 1995; elsewhere its probabilities may be wrong.',
    'zh-CN': '模型的训练数据来自一家医院于1995年公开的病例，在其他场合其概率可能有误。',
  },
]

export const aiLabel: Localized = {
  en: 'AI-generated: figures come from a statistical model and rules, sentences are composed from those figures by software.',
  'zh-CN': '人工智能生成：数据来自统计模型与规则，文字由软件依据这些数据生成。',
}

export const missingLabel = (label: Localized): Localized => ({
  en: `${label.en}: not known; the model takes it as average.`,
  'zh-CN': `${label['zh-CN']}：未知；模型按平均水平处理。`,
})
