// Risks with their mitigants: the reasons that cost points, each followed by what would help, and what speaks for the applicant.
import { type Line, line } from '../../kit/text.ts'
import type { Assessment } from './assess.ts'
import type { NoteFacts } from './note-facts.ts'

export function riskLines(facts: NoteFacts, found: Assessment): Line[] {
  if (found.reasons.length === 0) {
    const text = {
      en: 'No factor lowers the score against the reference.',
      'zh-CN': '与参照相比，没有降低评分的因素。',
    }
    return [line(text), ...strengthLines(facts, found)]
  }
  const risks = found.reasons.flatMap((reason) => {
    const value = facts.feature(reason.factor, reason.value)
    const points = facts.reasonPoints(reason.code, reason.points)
    const text = {
      en: `${reason.row.text.en} It lowers the score by {points}.`,
      'zh-CN': `${reason.row.text['zh-CN']}评分降低 {points}。`,
    }
    return [line(text, { value, points }), line(reason.row.mitigant)]
  })
  return [...risks, ...strengthLines(facts, found)]
}

function strengthLines(facts: NoteFacts, found: Assessment): Line[] {
  return found.strengths.map((strength) => {
    const value = facts.feature(strength.factor, strength.value)
    const points = facts.reasonPoints(strength.code, strength.points)
    const text = {
      en: `In favour: ${strength.row.strength.en} It raises the score by {points}.`,
      'zh-CN': `有利因素：${strength.row.strength['zh-CN']}评分提高 {points}。`,
    }
    return line(text, { value, points })
  })
}
