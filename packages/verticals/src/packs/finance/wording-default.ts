// The wording a template begins with: LiquidJS over the facts of note-context.ts. Every line is a sentence; both languages state the same facts.
import type { WordingSection } from '../../kit/wording.ts'

type Wording = { id: string; title: [en: string, zh: string]; en: string; zh: string }

const sections: Wording[] = [
  {
    id: 'summary',
    title: ['Summary', '摘要'],
    en: `The application scores {{ points }} (band {{ band }}); the model puts the probability of default over the next {{ horizon }} at {{ pd }}{% if pd_low %}, with an interval from {{ pd_low }} to {{ pd_high }}{% endif %}.
The score is {{ reference_side }} the reference of {{ reference }}.
{% if dti_after %}With the payment of {{ payment }}, debt service would take {{ dti_after }} of income.{% endif %}
Recommendation: {{ action }}{% if decided_by %}, decided by the rule "{{ decided_by }}"{% endif %}.`,
    zh: `该申请得分 {{ points }}（{{ band }} 档），模型估计未来 {{ horizon }}违约概率为 {{ pd }}{% if pd_low %}，区间为 {{ pd_low }} 至 {{ pd_high }}{% endif %}。
评分{{ reference_side }}参照分 {{ reference }}。
{% if dti_after %}还款 {{ payment }}，偿债支出将占收入的 {{ dti_after }}。{% endif %}
建议：{{ action }}{% if decided_by %}，由规则“{{ decided_by }}”决定{% endif %}。`,
  },
  {
    id: 'request',
    title: ['Borrower and request', '借款人与申请'],
    en: `Application {{ application }} of {{ applicant }}, figures as of {{ as_of }}, {{ jurisdiction }}: {{ product }} of {{ amount }} over {{ term }} at {{ apr }}.
{% if purpose %}Stated purpose: {{ purpose }}.{% endif %}
{% if trading %}The business has traded for {{ trading }}.{% endif %}`,
    zh: `申请 {{ application }}，申请人 {{ applicant }}，数据截至 {{ as_of }}，{{ jurisdiction }}：{{ product }} {{ amount }}，期限 {{ term }}，利率 {{ apr }}。
{% if purpose %}申报用途：{{ purpose }}。{% endif %}
{% if trading %}企业已经营 {{ trading }}。{% endif %}`,
  },
  {
    id: 'capacity',
    title: ['Capacity to pay', '偿债能力'],
    en: `The payment is {{ payment }}.
{% if no_capacity %}{{ no_capacity }}{% else %}Gross income is {{ income }} and existing debts take {{ debts }}: debt service to income {{ dti_change }} from {{ dti_before }} to {{ dti_after }} with the loan.{% endif %}
{% if costs %}This counts {{ costs }} for the property.{% endif %}
{% if ebitda %}The business earns {{ ebitda }} before interest, taxes and depreciation{% if dscr %}; cover of its debt service with this loan: {{ dscr }}{% endif %}.{% endif %}
{% if leverage %}Its debts with this loan to those earnings: {{ leverage }}.{% endif %}
{% if debt_to_equity %}Its debts with this loan to its equity: {{ debt_to_equity }}.{% endif %}
{% for test in stress %}{% if test.income %}{% if test.dti %}If income {{ test.income_direction }} by {{ test.income }}, debt service takes {{ test.dti }} of it{% if test.dscr %} and cover is {{ test.dscr }}{% endif %}.{% elsif test.dscr %}If earnings {{ test.income_direction }} by {{ test.income }}, cover is {{ test.dscr }}.{% endif %}{% endif %}
{% if test.rate %}{% if test.dti %}If the rate {{ test.rate_direction }} by {{ test.rate }} in absolute terms, debt service takes {{ test.dti }} of income{% if test.dscr %} and cover is {{ test.dscr }}{% endif %}.{% elsif test.dscr %}If the rate {{ test.rate_direction }} by {{ test.rate }} in absolute terms, cover is {{ test.dscr }}.{% endif %}{% endif %}
{% if test.value and test.ltv %}If the value {{ test.value_direction }} by {{ test.value }}, the loan is {{ test.ltv }} of it.{% endif %}
{% endfor %}`,
    zh: `还款额为 {{ payment }}。
{% if no_capacity %}{{ no_capacity }}{% else %}总收入 {{ income }}，现有债务支出 {{ debts }}：计入本贷款，偿债收入比{{ dti_change }}，从 {{ dti_before }} 到 {{ dti_after }}。{% endif %}
{% if costs %}其中房产费用 {{ costs }}。{% endif %}
{% if ebitda %}企业息税折旧前利润 {{ ebitda }}{% if dscr %}；对含本贷款在内的还本付息覆盖率为 {{ dscr }}{% endif %}。{% endif %}
{% if leverage %}含本贷款的负债与该利润之比为 {{ leverage }}。{% endif %}
{% if debt_to_equity %}含本贷款的负债与净资产之比为 {{ debt_to_equity }}。{% endif %}
{% for test in stress %}{% if test.income %}{% if test.dti %}若收入{{ test.income_direction }} {{ test.income }}，偿债支出占收入的 {{ test.dti }}{% if test.dscr %}，覆盖率为 {{ test.dscr }}{% endif %}。{% elsif test.dscr %}若利润{{ test.income_direction }} {{ test.income }}，覆盖率为 {{ test.dscr }}。{% endif %}{% endif %}
{% if test.rate %}{% if test.dti %}若利率{{ test.rate_direction }} {{ test.rate }}（绝对值），偿债支出占收入的 {{ test.dti }}{% if test.dscr %}，覆盖率为 {{ test.dscr }}{% endif %}。{% elsif test.dscr %}若利率{{ test.rate_direction }} {{ test.rate }}（绝对值），覆盖率为 {{ test.dscr }}。{% endif %}{% endif %}
{% if test.value and test.ltv %}若估值{{ test.value_direction }} {{ test.value }}，贷款占估值的 {{ test.ltv }}。{% endif %}
{% endfor %}`,
  },
  {
    id: 'history',
    title: ['Credit history', '信用记录'],
    en: `{% if no_bureau %}{{ no_bureau }}{% else %}Payments late by {{ late }} or longer in the last {{ window }}: {{ delinquencies }}.{% endif %}
{% for line in bureau %}{{ line.name }}{% if line.period %} in the last {{ line.period }}{% endif %}: {{ line.value }}.
{% endfor %}`,
    zh: `{% if no_bureau %}{{ no_bureau }}{% else %}近 {{ window }}内逾期达 {{ late }}的次数：{{ delinquencies }}。{% endif %}
{% for line in bureau %}{{ line.name }}{% if line.period %}（近 {{ line.period }}）{% endif %}：{{ line.value }}。
{% endfor %}`,
  },
  {
    id: 'collateral',
    title: ['Collateral', '抵押与标的'],
    en: `{% if no_collateral %}{{ no_collateral }}{% else %}Secured by {{ collateral }}, valued at {{ collateral_value }}: the loan is {{ ltv }} of the value.{% endif %}`,
    zh: `{% if no_collateral %}{{ no_collateral }}{% else %}以 {{ collateral }} 作抵押，估值 {{ collateral_value }}，贷款占估值的 {{ ltv }}。{% endif %}`,
  },
  {
    id: 'policy',
    title: ['Policy tests and exceptions', '政策检验与例外'],
    en: `{% for rule in policy %}{% if rule.side %}{{ rule.name }}: {{ rule.outcome }}; {{ rule.value }} is {{ rule.side }} the limit of {{ rule.limit }}.{% elsif rule.value %}{{ rule.name }}: {{ rule.outcome }} ({{ rule.value }}).{% else %}{{ rule.name }}: {{ rule.outcome }}.{% endif %}
{% endfor %}`,
    zh: `{% for rule in policy %}{% if rule.side %}{{ rule.name }}：{{ rule.outcome }}；{{ rule.value }} {{ rule.side }}限值 {{ rule.limit }}。{% elsif rule.value %}{{ rule.name }}：{{ rule.outcome }}（{{ rule.value }}）。{% else %}{{ rule.name }}：{{ rule.outcome }}。{% endif %}
{% endfor %}`,
  },
  {
    id: 'risks',
    title: ['Risks and mitigants', '风险与缓释措施'],
    en: `{% if no_reasons %}{{ no_reasons }}{% endif %}
{% for risk in risks %}{% if risk.text %}{{ risk.text }} It {{ risk.direction }} the score by {{ risk.points }}.{% elsif risk.side %}{{ risk.name }}: {{ risk.value }}, {{ risk.side }} the limit of {{ risk.limit }}.{% elsif risk.value %}{{ risk.name }}: {{ risk.value }}.{% else %}{{ risk.name }}.{% endif %}
Mitigant: {{ risk.mitigant }}
{% endfor %}
{% for strength in strengths %}In favour: {{ strength.text }} It {{ strength.direction }} the score by {{ strength.points }}.
{% endfor %}`,
    zh: `{% if no_reasons %}{{ no_reasons }}{% endif %}
{% for risk in risks %}{% if risk.text %}{{ risk.text }}评分{{ risk.direction }} {{ risk.points }}。{% elsif risk.side %}{{ risk.name }}：{{ risk.value }}，{{ risk.side }}限值 {{ risk.limit }}。{% elsif risk.value %}{{ risk.name }}：{{ risk.value }}。{% else %}{{ risk.name }}。{% endif %}
缓释措施：{{ risk.mitigant }}
{% endfor %}
{% for strength in strengths %}有利因素：{{ strength.text }}评分{{ strength.direction }} {{ strength.points }}。
{% endfor %}`,
  },
  {
    id: 'recommendation',
    title: ['Recommendation and conditions', '建议与条件'],
    en: `Recommended action: {{ action }}.
{% for condition in conditions %}Condition: {{ condition.text }}.
{% endfor %}
{% if max_amount %}The policy leaves room for {{ max_amount }}.{% endif %}
The expected loss is {{ el }} on an exposure of {{ ead }}, with a loss given default of {{ lgd }}.
{% for path in recourse %}What would change this: {% for change in path.changes %}{{ change.name }} from {{ change.from }} to {{ change.to }}; {% endfor %}scored again by the same model and rules, this gives {{ path.points }} and would be approved.
{% endfor %}
{% if recourse_none %}{{ recourse_none }}{% endif %}`,
    zh: `建议处理：{{ action }}。
{% for condition in conditions %}条件：{{ condition.text }}。
{% endfor %}
{% if max_amount %}政策所容许的金额为 {{ max_amount }}。{% endif %}
预期损失为 {{ el }}，敞口 {{ ead }}，违约损失率按 {{ lgd }} 计。
{% for path in recourse %}可改变结果的调整：{% for change in path.changes %}{{ change.name }}从 {{ change.from }} 调整为 {{ change.to }}；{% endfor %}经同一模型与规则重新评估，得分 {{ path.points }}，可获批准。
{% endfor %}
{% if recourse_none %}{{ recourse_none }}{% endif %}`,
  },
  {
    id: 'data',
    title: ['Data used and missing', '所用与缺失的数据'],
    en: `The score uses the application and credit data named here.
{{ not_used }}
The model {{ model }} was trained on {{ model_rows }} past applications (source: {{ model_source }}).
{% if coverage %}Its intervals are made for {{ interval_level }} and held {{ coverage }} of the time on applications it had yet to see.{% endif %}
{% if unlike %}{{ unlike }}{% endif %}
{% for one in missing %}{{ one.item }}
{% endfor %}
{% for one in assumed %}Assumed by this template, as it was left out: {{ one.name }}.
{% endfor %}`,
    zh: `评分使用此处所列的申请与征信数据。
{{ not_used }}
模型 {{ model }} 以 {{ model_rows }} 条历史申请训练（来源：{{ model_source }}）。
{% if coverage %}其区间按 {{ interval_level }} 设定，在留出的申请上覆盖 {{ coverage }}。{% endif %}
{% if unlike %}{{ unlike }}{% endif %}
{% for one in missing %}{{ one.item }}
{% endfor %}
{% for one in assumed %}申请遗漏，由本模板设定：{{ one.name }}。
{% endfor %}`,
  },
  {
    id: 'disclosures',
    title: ['Disclosures', '说明'],
    en: `{% for one in disclosures %}{{ one.text }}
{% endfor %}
{{ ai_label }}`,
    zh: `{% for one in disclosures %}{{ one.text }}
{% endfor %}
{{ ai_label }}`,
  },
]

export const defaultWording: WordingSection[] = sections.map(({ id, title: [en, zh], ...text }) => ({
  id,
  title: { en, 'zh-CN': zh },
  text: { en: text.en, 'zh-CN': text.zh },
}))

type Disclosure = { jurisdiction: 'ALL' | 'US' | 'EU' | 'UK' | 'CN' | 'OTHER'; text: { en: string; 'zh-CN': string } }

/** Stated whole: what is law is not put together from words. Have them read by counsel before use. */
export const defaultDisclosures: Disclosure[] = [
  {
    jurisdiction: 'ALL',
    text: {
      en: 'This note supports a decision; it is not an adverse-action notice and does not replace one.',
      'zh-CN': '本报告仅供决策参考，不是也不能代替拒贷通知。',
    },
  },
  {
    jurisdiction: 'US',
    text: {
      en: 'Where credit is denied, the Equal Credit Opportunity Act (Regulation B) and the Fair Credit Reporting Act ask for a notice with the specific principal reasons.',
      'zh-CN': '如拒绝授信，美国《平等信贷机会法》（B 条例）与《公平信用报告法》要求出具载明具体主要原因的通知。',
    },
  },
  {
    jurisdiction: 'EU',
    text: {
      en: 'Creditworthiness scoring of natural persons is a high-risk use under the EU AI Act; under the GDPR an applicant may ask for a person to review the decision.',
      'zh-CN': '依据欧盟《人工智能法》，对自然人的信用评分属高风险用途；依据 GDPR，申请人可要求人工复核。',
    },
  },
  {
    jurisdiction: 'UK',
    text: {
      en: 'Under the UK GDPR an applicant may contest an automated decision and have it reviewed by a person.',
      'zh-CN': '依据英国 GDPR，申请人可对自动化决定提出异议并要求人工复核。',
    },
  },
  {
    jurisdiction: 'CN',
    text: {
      en: 'Under the Personal Information Protection Law an applicant may ask for an explanation and refuse a decision made by automation alone.',
      'zh-CN': '依据《个人信息保护法》，申请人有权要求说明，并有权拒绝仅通过自动化决策作出的决定。',
    },
  },
]
