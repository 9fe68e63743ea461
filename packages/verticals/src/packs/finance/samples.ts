// Sample applications for the playground, the docs and the first run: one good, one at the border, one weak, one with gaps.
import type { Sample } from '../../kit/vertical.ts'

const good = {
  application_id: 'APP-1001',
  applicant_ref: 'cust-7f3a',
  as_of: '2026-11-02',
  jurisdiction: 'US',
  product: {
    type: 'personal',
    amount: '25000.00',
    currency: 'USD',
    term_months: 60,
    apr: 0.139,
    purpose: 'Kitchen renovation',
  },
  income: { gross_monthly: '8000.00', verified: true, employment_type: 'permanent', tenure_months: 84 },
  debts: { monthly_service: '2480.00' },
  bureau: { score: 715, utilization: 0.34, inquiries_12m: 1, open_trades: 6, delinq_30p_24m: 0 },
  collateral: { type: 'home improvement', value: '32000.00' },
  household: { housing: 'own', assets: '60000.00', expenses_monthly: '2600.00' },
}

const borderline = {
  ...good,
  application_id: 'APP-1002',
  applicant_ref: 'cust-19bc',
  product: { type: 'auto', amount: '18000.00', currency: 'EUR', term_months: 60, apr: 0.079, purpose: 'Used car' },
  income: { gross_monthly: '2900.00', verified: false, employment_type: 'permanent', tenure_months: 18 },
  jurisdiction: 'EU',
  debts: { monthly_service: '720.00' },
  bureau: { delinq_30p_24m: 0 },
  collateral: { type: 'car', value: '20000.00' },
  household: { housing: 'rent', assets: '4000.00', expenses_monthly: '1250.00' },
}

const weak = {
  ...good,
  application_id: 'APP-1003',
  applicant_ref: 'cust-c4d0',
  product: { type: 'personal', amount: '120000.00', currency: 'CNY', term_months: 48, apr: 0.18, purpose: '装修' },
  jurisdiction: 'CN',
  income: { gross_monthly: '7500.00', verified: false, employment_type: 'part_time', tenure_months: 4 },
  debts: { monthly_service: '1900.00' },
  bureau: { delinq_30p_24m: 3 },
  collateral: { type: '装修工程', value: '126000.00' },
  household: { housing: 'rent', assets: '0', expenses_monthly: '4200.00' },
}

const gaps = {
  application_id: 'APP-1004',
  applicant_ref: 'cust-0e11',
  as_of: '2026-11-02',
  jurisdiction: 'UK',
  product: { type: 'personal', amount: '6000.00', currency: 'GBP', term_months: 24, apr: 0.119 },
  income: { employment_type: 'self_employed', verified: false },
}

export const samples: Sample[] = [
  { slug: 'good', title: { en: 'Homeowner, permanent job', 'zh-CN': '有房、长期雇员' }, input: good },
  {
    slug: 'borderline',
    title: { en: 'Used car, income not verified', 'zh-CN': '二手车、收入未核实' },
    input: borderline,
  },
  { slug: 'weak', title: { en: 'Late payments, short tenure', 'zh-CN': '有逾期、入职不久' }, input: weak },
  { slug: 'gaps', title: { en: 'Much is not known', 'zh-CN': '多项信息未知' }, input: gaps },
]
