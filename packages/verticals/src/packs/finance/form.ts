// The form of a risk note, as data.
import type { FormDescriptor, FormField } from '../../kit/form.ts'
import type { Localized } from '../../kit/localized.ts'
import { employmentTypes, housingTypes, jurisdictions, productTypes } from './input.ts'
import { levelLabels, productLabels } from './labels.ts'

type Rest = Partial<Omit<FormField, 'path' | 'label' | 'kind'>>

function field(path: string, label: [string, string], kind: FormField['kind'], rest: Rest = {}): FormField {
  return { path, label: { en: label[0], 'zh-CN': label[1] }, kind, required: false, ...rest }
}

function options(values: readonly string[], labels: Record<string, Localized>) {
  return values.map((value) => ({ value, label: labels[value] ?? { en: value, 'zh-CN': value } }))
}

const needed = { required: true }

export const riskNoteForm: FormDescriptor = {
  groups: [
    {
      id: 'application',
      title: { en: 'Application', 'zh-CN': '申请' },
      fields: [
        field('application_id', ['Application id', '申请编号'], 'text', needed),
        field('applicant_ref', ['Applicant reference', '申请人代号'], 'text', {
          ...needed,
          help: { en: 'A pseudonym, never a name', 'zh-CN': '使用代号，不要填写姓名' },
        }),
        field('as_of', ['Figures as of', '数据日期'], 'date', needed),
        field('jurisdiction', ['Jurisdiction', '司法辖区'], 'select', {
          ...needed,
          options: options(jurisdictions, {}),
        }),
      ],
    },
    {
      id: 'product',
      title: { en: 'Loan', 'zh-CN': '贷款' },
      fields: [
        field('product.type', ['Product', '产品'], 'select', {
          ...needed,
          options: options(productTypes, productLabels),
        }),
        field('product.amount', ['Amount', '金额'], 'money', needed),
        field('product.currency', ['Currency (ISO)', '币种（ISO）'], 'text', needed),
        field('product.term_months', ['Term', '期限'], 'number', { ...needed, unit: 'months', min: 1, max: 480 }),
        field('product.apr', ['Yearly rate', '年利率'], 'fraction', { ...needed, min: 0, max: 1 }),
        field('product.purpose', ['Purpose', '用途'], 'text'),
      ],
    },
    {
      id: 'income',
      title: { en: 'Income and debts', 'zh-CN': '收入与债务' },
      fields: [
        field('income.gross_monthly', ['Gross monthly income', '月总收入'], 'money'),
        field('income.verified', ['Income verified', '收入已核实'], 'boolean'),
        field('income.employment_type', ['Employment', '就业类型'], 'select', {
          options: options(employmentTypes, levelLabels),
        }),
        field('income.tenure_months', ['Time with employer', '现职工作时间'], 'number', {
          unit: 'months',
          min: 0,
          max: 900,
        }),
        field('debts.monthly_service', ['Monthly debt service', '每月债务支出'], 'money'),
        field('household.expenses_monthly', ['Living expenses', '生活支出'], 'money'),
      ],
    },
    {
      id: 'standing',
      title: { en: 'Credit history, home, collateral', 'zh-CN': '征信、住房与抵押' },
      fields: [
        field('bureau.delinq_30p_24m', ['Late payments in 24 months', '24 个月内逾期次数'], 'number', {
          unit: 'count',
          min: 0,
          max: 1000,
        }),
        field('household.housing', ['Housing', '住房情况'], 'select', { options: options(housingTypes, levelLabels) }),
        field('household.assets', ['Assets', '资产'], 'money'),
        field('collateral.type', ['What is financed', '标的或抵押物'], 'text'),
        field('collateral.value', ['Its value', '估值'], 'money'),
        field('collateral.costs_monthly', ['Monthly costs of the property', '房产每月费用'], 'money', {
          help: { en: 'Taxes, insurance and fees, for mortgages', 'zh-CN': '住房贷款的税费、保险与管理费' },
        }),
      ],
    },
    {
      id: 'business',
      title: { en: 'Business (for business loans)', 'zh-CN': '企业（小微企业贷款）' },
      fields: [
        field('business.revenue_yearly', ['Yearly revenue', '年营业收入'], 'money'),
        field('business.ebitda_yearly', ['Yearly EBITDA', '年 EBITDA'], 'money'),
        field('business.debt_service_yearly', ['Yearly debt service', '年还本付息'], 'money'),
        field('business.debt_total', ['Debts', '负债总额'], 'money'),
        field('business.equity', ['Equity', '净资产'], 'money'),
        field('business.trading_months', ['Time in business', '经营时间'], 'number', {
          unit: 'months',
          min: 0,
          max: 1000,
        }),
      ],
    },
  ],
}
