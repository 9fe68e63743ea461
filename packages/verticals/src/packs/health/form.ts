// The form, as data: the case, then the ten measurements with the range the data has of each.
import type { FormDescriptor } from '../../kit/form.ts'
import { formatFact } from '../../kit/format.ts'
import { measurementNames, measurements } from './measurements.ts'

const range = (low: number, high: number, language: 'en' | 'zh-CN') =>
  [low, high].map((value) => formatFact({ path: 'range', value, unit: 'measure' }, language)).join(' – ')

export const triageNoteForm: FormDescriptor = {
  groups: [
    {
      id: 'case',
      title: { en: 'Case', 'zh-CN': '病例' },
      fields: [
        {
          path: 'case_ref',
          label: { en: 'Case reference', 'zh-CN': '病例编号' },
          kind: 'text',
          required: true,
          help: { en: 'A pseudonym; never a name', 'zh-CN': '请用化名编号，切勿填写姓名' },
        },
        { path: 'as_of', label: { en: 'Measured on', 'zh-CN': '测量日期' }, kind: 'date', required: true },
      ],
    },
    {
      id: 'measurements',
      title: { en: 'Measurements of the aspirate', 'zh-CN': '穿刺样本测量值' },
      fields: measurementNames.map((name) => {
        const { label, low, high } = measurements[name]
        return {
          path: `measurements.${name}`,
          label,
          kind: 'number',
          required: false,
          min: 0,
          help: { en: `In the data: ${range(low, high, 'en')}`, 'zh-CN': `数据范围：${range(low, high, 'zh-CN')}` },
        }
      }),
    },
  ],
}
