// The price form, as data.
import type { FormDescriptor } from '../../../kit/form.ts'

export const priceForm: FormDescriptor = {
  groups: [
    {
      id: 'item',
      title: { en: 'Item', 'zh-CN': '商品' },
      fields: [
        {
          path: 'item_id',
          label: { en: 'Item', 'zh-CN': '商品' },
          kind: 'text',
          required: true,
          help: { en: 'As in your sales', 'zh-CN': '与销量记录一致' },
        },
        {
          path: 'current_price',
          label: { en: 'Current price', 'zh-CN': '现价' },
          kind: 'money',
          required: false,
          help: { en: 'Left out: that of the last sales', 'zh-CN': '留空则取最近一次售价' },
        },
        {
          path: 'cost',
          label: { en: 'Cost of one unit', 'zh-CN': '单位成本' },
          kind: 'money',
          required: false,
          help: { en: 'With it the margin decides, without it the revenue', 'zh-CN': '填写则按毛利，留空则按销售额' },
        },
      ],
    },
    {
      id: 'period',
      title: { en: 'Period', 'zh-CN': '时段' },
      fields: [
        {
          path: 'for_date',
          label: { en: 'A day in the period', 'zh-CN': '所问时段中的一天' },
          kind: 'date',
          required: false,
        },
        {
          path: 'on_promotion',
          label: { en: 'Promoted in that period', 'zh-CN': '该时段有促销' },
          kind: 'boolean',
          required: false,
        },
      ],
    },
  ],
}
