// The template's fields as a shop reads them, for differences of versions.
import type { ContentWords } from '../../../kit/document-diff.ts'
import { hints, values } from '../content-hints.ts'

export const answersWords: ContentWords = {
  hints,
  values,
  titles: {
    min_confidence: { en: 'Confidence from which an answer is given', 'zh-CN': '作答所需置信度' },
    min_confidence_with_model: {
      en: 'Confidence from which an answer is given, where a model of meaning answers too',
      'zh-CN': '语义模型参与时的作答所需置信度',
    },
    model_below: {
      en: 'A model of meaning is heard where words cover less than',
      'zh-CN': '词语覆盖低于此值时才参考语义模型',
    },
    max_passages: { en: 'Most passages quoted', 'zh-CN': '最多引用段落数' },
    synonyms: { en: 'Synonyms', 'zh-CN': '同义词' },
    handover: { en: 'What is said where nothing is covered', 'zh-CN': '未涉及时的回复' },
  },
  groups: {
    min_confidence: 'thresholds',
    min_confidence_with_model: 'thresholds',
    model_below: 'thresholds',
    max_passages: 'thresholds',
    synonyms: 'rules',
    handover: 'wording',
  },
}
