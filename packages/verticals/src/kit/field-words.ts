// Field names of templates as people read them, where no pack has a word of its own; a name that is not here reads as itself.
import type { Localized } from './localized.ts'

const words: Record<string, [en: string, zh: string]> = {
  content: ['Content', '内容'],
  model: ['Model', '模型'],
  binding: ['Which version', '绑定版本'],
  generation: ['Generation', '生成'],
  mode: ['Mode', '方式'],
  output: ['Output', '输出'],
  languages: ['Languages', '语言'],
  limits: ['Limits', '限制'],
  deadline_s: ['Deadline in seconds', '时限（秒）'],
  max_text_chars: ['Longest text in characters', '文本最大字数'],
  goldens: ['Golden cases', '黄金用例'],
  expect: ['Expectations', '期望'],
  input: ['Input', '输入'],
  rules: ['Rules', '规则'],
  logic: ['Logic', '逻辑'],
  metric: ['Metric', '指标'],
  limit: ['Limit', '限值'],
  bound: ['Kind of limit', '限值类型'],
  outcome: ['Outcome', '结果'],
  condition: ['Condition', '条件'],
  conditions: ['Conditions', '条件'],
  on_unknown: ['When unknown', '未知时'],
  mitigant: ['What would help', '缓释措施'],
  resolution: ['Which rule decides', '由哪条规则决定'],
  bands: ['Bands', '档位'],
  from_points: ['From points', '起始分'],
  scale: ['Scale', '评分尺度'],
  wording: ['Wording', '措辞'],
  title: ['Title', '标题'],
  text: ['Text', '文本'],
  name: ['Name', '名称'],
  strength: ['Strength', '优势'],
  reason_table: ['Reasons', '原因表'],
  factors: ['Factors', '因素'],
  disclosures: ['Disclosures', '披露'],
  mapping: ['Mapping', '字段映射'],
  missing: ['Missing values', '缺失值'],
  recourse: ['Recourse', '改进建议'],
  stress: ['Stress tests', '压力测试'],
  approver: ['Approvers', '审批人'],
  reference: ['Reference', '参照'],
  products: ['Products', '产品'],
  share: ['Share', '占比'],
  weight: ['Weight', '权重'],
  en: ['English', '英文'],
  'zh-CN': ['Chinese', '中文'],
}

export function wordFor(key: string): Localized {
  const known = Object.hasOwn(words, key) ? words[key] : undefined
  if (known) return { en: known[0], 'zh-CN': known[1] }
  const plain = key.replaceAll('_', ' ')
  return { en: plain, 'zh-CN': plain }
}
