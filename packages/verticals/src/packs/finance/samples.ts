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

const mortgage = {
  application_id: 'APP-2001',
  applicant_ref: 'cust-51aa',
  as_of: '2026-11-02',
  jurisdiction: 'UK',
  product: { type: 'mortgage', amount: '240000.00', currency: 'GBP', term_months: 300, apr: 0.049 },
  income: { gross_monthly: '5600.00', verified: true, employment_type: 'permanent', tenure_months: 132 },
  debts: { monthly_service: '310.00' },
  bureau: { utilization: 0.18, inquiries_12m: 2, delinq_30p_24m: 0 },
  collateral: { type: 'flat', value: '320000.00', costs_monthly: '220.00' },
  household: { housing: 'rent', assets: '90000.00', expenses_monthly: '1900.00' },
}

const sme = {
  application_id: 'APP-3001',
  applicant_ref: 'biz-0c77',
  as_of: '2026-11-02',
  jurisdiction: 'EU',
  product: { type: 'sme', amount: '80000.00', currency: 'EUR', term_months: 60, apr: 0.082, purpose: 'Two ovens' },
  income: { gross_monthly: '4800.00', verified: true, employment_type: 'self_employed', tenure_months: 72 },
  debts: { monthly_service: '900.00' },
  bureau: { delinq_30p_24m: 0 },
  collateral: { type: 'bakery equipment', value: '110000.00' },
  household: { housing: 'own', assets: '120000.00', expenses_monthly: '2100.00' },
  business: {
    revenue_yearly: '640000.00',
    ebitda_yearly: '96000.00',
    debt_service_yearly: '34000.00',
    debt_total: '150000.00',
    equity: '130000.00',
    trading_months: 96,
  },
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
  {
    slug: 'mortgage',
    template: 'mortgage-risk-note',
    title: { en: 'Mortgage on a flat', 'zh-CN': '公寓住房贷款' },
    input: mortgage,
  },
  {
    slug: 'sme',
    template: 'sme-risk-note',
    title: { en: 'Bakery, new ovens', 'zh-CN': '面包店购置烤炉' },
    input: sme,
  },
]
