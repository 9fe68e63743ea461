// A stored result under another content: the model's word stays, rules, cut-offs and loss are worked out again. For simulations.
import { z } from 'zod'
import type { InputFault, Redecided } from '../../kit/vertical.ts'
import { affordabilityOf, expectedLossOf } from './affordability.ts'
import { arrangeInput, completed } from './arrange.ts'
import { type RiskNoteContent, riskNoteContent } from './content.ts'
import { decide } from './decide.ts'
import { riskFeatures } from './features.ts'
import { figuresOf } from './figures.ts'
import { goldens } from './goldens.ts'
import { type RiskNoteInput, riskNoteInput } from './input.ts'
import { holds, namesRead, type RuleVariables } from './rule-logic.ts'

const storedOutput = z.object({
  score: z.object({ pd_12m: z.number() }),
  factors: z.array(z.object({ factor: z.string(), contribution: z.number() })),
})

/** Null where the stored result or input is of a kind this content cannot judge. */
export function redecide(stored: { input: unknown; output: unknown }, content: RiskNoteContent): Redecided | null {
  const output = storedOutput.safeParse(stored.output)
  const sent = riskNoteInput.safeParse(stored.input)
  if (!output.success || !sent.success) return null
  const { input } = completed(sent.data, content)
  const pd = output.data.score.pd_12m
  const prediction = {
    contributions: Object.fromEntries(output.data.factors.map((one) => [one.factor, one.contribution])),
    logit: Math.log(pd / (1 - pd)),
    probability: pd,
  }
  // No rule reads a stress test.
  const plain = { ...content, stress: [] }
  const found = decide({ input, content: plain, features: riskFeatures(input), prediction })
  return {
    subject: input.application_id,
    decision: found.action,
    because: found.decidedBy,
    score: Math.round(found.points),
    band: found.band,
    loss: Number(expectedLossOf({ ...input.product, pd, lgd: content.lgd }).el),
    currency: input.product.currency,
  }
}

/** Rules that give no answer on a golden case whose figures are known: such a rule would refer everybody it meets. */
export function contentFaults(content: RiskNoteContent): InputFault[] {
  const cases = goldens.flatMap((golden) => {
    // Parsing is what takes time here, and rules are not what is asked of a case.
    const { rules: _, ...patch } = golden.content ?? {}
    const plain = { ...content, rules: [] }
    const own = Object.keys(patch).length === 0 ? plain : riskNoteContent.parse({ ...plain, ...patch })
    const parsed = riskNoteInput.safeParse(arrangeInput(golden.input, own).input)
    return parsed.success ? [{ slug: golden.slug, figures: sampleFigures(parsed.data) }] : []
  })
  return content.rules.flatMap((rule, at) => {
    const failing = cases.find(({ figures }) => {
      const given: RuleVariables = { ...figures, limit: rule.limit }
      const isKnown = namesRead(rule.logic).every((name) => (given[name] ?? null) !== null)
      return isKnown && holds(rule.logic, given) === null
    })
    return failing
      ? [
          {
            path: `rules.${at}.logic`,
            message: `gives no answer on the golden case ${failing.slug}`,
            fix: 'Compare figures with figures and texts with texts, and divide by nothing that can be 0',
          },
        ]
      : []
  })
}

function sampleFigures(input: RiskNoteInput) {
  const features = riskFeatures(input)
  const figures = figuresOf(input, { affordability: affordabilityOf(input, []), features })
  return { ...figures, pd: 0.1, points: 550, band: 'B' }
}
