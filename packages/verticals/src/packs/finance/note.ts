// The note's sections. Every sentence is a line in both languages over the same facts; a section without a line is left out.
import type { FactRef } from '../../kit/facts.ts'
import { type Line, line, type Section } from '../../kit/text.ts'
import type { Assessment } from './assess.ts'
import type { NoteFacts } from './note-facts.ts'
import { historyLines } from './note-history.ts'
import { riskLines } from './note-risks.ts'

export function noteSections(facts: NoteFacts, found: Assessment): Section[] {
  return [
    { id: 'summary', title: { en: 'Summary', 'zh-CN': '摘要' }, lines: summary(facts, found) },
    { id: 'request', title: { en: 'Borrower and request', 'zh-CN': '借款人与申请' }, lines: request(facts) },
    { id: 'capacity', title: { en: 'Capacity to pay', 'zh-CN': '偿债能力' }, lines: capacity(facts) },
    { id: 'history', title: { en: 'Credit history', 'zh-CN': '信用记录' }, lines: historyLines(facts) },
    { id: 'collateral', title: { en: 'Collateral', 'zh-CN': '抵押与标的' }, lines: collateral(facts) },
    { id: 'policy', title: { en: 'Policy tests', 'zh-CN': '政策检验' }, lines: facts.policy.map(policyLine) },
    { id: 'risks', title: { en: 'Risks and mitigants', 'zh-CN': '风险与缓释措施' }, lines: riskLines(facts, found) },
    { id: 'recommendation', title: { en: 'Recommendation', 'zh-CN': '建议' }, lines: recommendation(facts, found) },
    { id: 'data', title: { en: 'Data used and missing', 'zh-CN': '所用与缺失的数据' }, lines: dataLines(facts) },
    { id: 'disclosures', title: { en: 'Disclosures', 'zh-CN': '说明' }, lines: disclosures() },
  ]
}

function summary(facts: NoteFacts, found: Assessment): Line[] {
  const { pd, points, band, action, reference, dtiAfter, payment } = facts
  const isAbove = found.method.difference_points >= 0
  const lines = [
    line(
      {
        en: 'The application scores {points} (band {band}); the model puts the probability of default within {horizon} at {pd}.',
        'zh-CN': '该申请得分 {points}（{band} 档），模型估计 {horizon}内违约概率为 {pd}。',
      },
      { points, band, pd, horizon: facts.horizon },
    ),
    line(
      isAbove
        ? { en: 'This is above the reference of {reference}.', 'zh-CN': '高于参照分 {reference}。' }
        : { en: 'This is below the reference of {reference}.', 'zh-CN': '低于参照分 {reference}。' },
      { reference },
    ),
    line({ en: 'Recommendation: {action}.', 'zh-CN': '建议：{action}。' }, { action }),
  ]
  if (dtiAfter.fact.value !== null) {
    const text = {
      en: 'With the payment of {payment} a month, debt service would take {dtiAfter} of income.',
      'zh-CN': '每月还款 {payment}，偿债支出将占收入的 {dtiAfter}。',
    }
    lines.splice(1, 0, line(text, { payment, dtiAfter }))
  }
  return lines
}

function request({ application, applicant, asOf, product, amount, term, apr, purpose }: NoteFacts): Line[] {
  const lines = [
    line(
      {
        en: 'Application {application} of {applicant}, figures as of {asOf}: {product} of {amount} over {term} at {apr} a year.',
        'zh-CN':
          '申请 {application}，申请人 {applicant}，数据截至 {asOf}：{product} {amount}，期限 {term}，年利率 {apr}。',
      },
      { application, applicant, asOf, product, amount, term, apr },
    ),
  ]
  if (purpose) lines.push(line({ en: 'Stated purpose: {purpose}.', 'zh-CN': '申报用途：{purpose}。' }, { purpose }))
  return lines
}

function capacity(facts: NoteFacts): Line[] {
  const { income, debts, payment, dtiBefore, dtiAfter } = facts
  const lines = [line({ en: 'The monthly payment is {payment}.', 'zh-CN': '每月还款额为 {payment}。' }, { payment })]
  if (income.fact.value === null || debts.fact.value === null) {
    const text = {
      en: 'Income or debt service is not known, so debt service to income cannot be stated.',
      'zh-CN': '收入或债务支出未知，无法计算偿债收入比。',
    }
    return [...lines, line(text)]
  }
  lines.push(
    line(
      {
        en: 'Gross income is {income} a month and existing debts take {debts}: {dtiBefore} before the loan, {dtiAfter} after.',
        'zh-CN': '月总收入 {income}，现有债务支出 {debts}：放款前占 {dtiBefore}，放款后占 {dtiAfter}。',
      },
      { income, debts, dtiBefore, dtiAfter },
    ),
  )
  for (const test of facts.stress) lines.push(stressLine(test))
  return lines
}

function stressLine({ incomeChange, rateChange, income, rate, dti }: NoteFacts['stress'][number]): Line {
  const changes: { en: string; zh: string; facts: Record<string, FactRef> }[] = []
  if (incomeChange !== 0)
    changes.push({
      en: `income ${incomeChange < 0 ? 'falls' : 'rises'} by {income}`,
      zh: `收入${incomeChange < 0 ? '下降' : '上升'} {income}`,
      facts: { income },
    })
  if (rateChange !== 0)
    changes.push({
      en: `the yearly rate ${rateChange < 0 ? 'falls' : 'rises'} by {rate} in absolute terms`,
      zh: `年利率${rateChange < 0 ? '下降' : '上升'} {rate}（绝对值）`,
      facts: { rate },
    })
  const [en, zh] = [changes.map((one) => one.en).join(' and '), changes.map((one) => one.zh).join('且')]
  return line(
    { en: `If ${en}, debt service takes {dti} of income.`, 'zh-CN': `若${zh}，偿债支出占收入的 {dti}。` },
    Object.assign({ dti }, ...changes.map((one) => one.facts)),
  )
}

function collateral({ collateral: kind, collateralValue, ltv }: NoteFacts): Line[] {
  if (!kind) return [line({ en: 'No collateral was described.', 'zh-CN': '申请未说明抵押物。' })]
  const text = {
    en: 'Secured by {kind}, valued at {collateralValue}: the loan is {ltv} of the value.',
    'zh-CN': '以 {kind} 作抵押，估值 {collateralValue}，贷款占估值的 {ltv}。',
  }
  return [line(text, { kind, collateralValue, ltv })]
}

function policyLine({ name, outcome, value, limit }: NoteFacts['policy'][number]): Line {
  if (!value || !limit) return line({ en: '{name}: {outcome}.', 'zh-CN': '{name}：{outcome}。' }, { name, outcome })
  const text = {
    en: '{name}: {outcome}, {value} against {limit}.',
    'zh-CN': '{name}：{outcome}，{value}，限值 {limit}。',
  }
  return line(text, { name, outcome, value, limit })
}

function recommendation(facts: NoteFacts, found: Assessment): Line[] {
  const { action, maxAmount, el, lgd } = facts
  const lines = [line({ en: 'Recommended action: {action}.', 'zh-CN': '建议处理：{action}。' }, { action })]
  if (found.conditions.includes('verify_income'))
    lines.push(line({ en: 'Condition: verify income before paying out.', 'zh-CN': '条件：放款前核实收入。' }))
  if (maxAmount.fact.value !== null) {
    const text = {
      en: 'Within the limit on debt service up to {maxAmount} could be lent.',
      'zh-CN': '在偿债收入比限值内，最高可贷 {maxAmount}。',
    }
    lines.push(line(text, { maxAmount }))
  }
  const loss = {
    en: 'The expected loss is {el}, with a loss given default of {lgd}.',
    'zh-CN': '预期损失为 {el}，违约损失率按 {lgd} 计。',
  }
  return [...lines, line(loss, { el, lgd })]
}

function dataLines({ missing, model, modelRows, modelSource }: NoteFacts): Line[] {
  const used = {
    en: 'The score uses the application and credit data named above; age, sex, marital status and nationality are not used.',
    'zh-CN': '评分仅使用上述申请与征信数据，不使用年龄、性别、婚姻状况和国籍。',
  }
  const absent = missing.map((name) => line({ en: 'Not known: {name}.', 'zh-CN': '未知：{name}。' }, { name }))
  const trained = {
    en: 'The model {model} was trained on {modelRows} past applications (source: {modelSource}); the less a case resembles those, the less its score says.',
    'zh-CN': '模型 {model} 以 {modelRows} 条历史申请训练（来源：{modelSource}）；与其差异越大，评分的参考价值越低。',
  }
  return [line(used), line(trained, { model, modelRows, modelSource }), ...absent]
}

function disclosures(): Line[] {
  return [
    line({
      en: 'This note supports a decision; it is not an adverse-action notice and does not replace one.',
      'zh-CN': '本报告仅供决策参考，不是也不能代替拒贷通知。',
    }),
    line({
      en: 'AI-generated: figures come from a statistical model and rules, sentences are composed from those figures by software.',
      'zh-CN': '人工智能生成：数据来自统计模型与规则，文字由软件依据这些数据生成。',
    }),
  ]
}
