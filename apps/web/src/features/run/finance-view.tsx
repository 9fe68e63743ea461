'use client'
// A risk note's run: above the note what was decided and what would change it, below it what moved the score and the policy tests.
import type { RunDetail } from '@guildhall/contracts/run-object'
import { z } from 'zod'
import { Decide } from '../decision/decide.tsx'
import type { FinanceOutput } from './finance-output.ts'
import { FinanceSummary } from './finance-summary.tsx'
import { Policy } from './policy.tsx'
import { Reasons } from './reasons.tsx'
import { Recourse } from './recourse.tsx'

const requestSchema = z.looseObject({ product: z.looseObject({ currency: z.string() }) })

export function FinanceView({ run, output }: { run: RunDetail; output: FinanceOutput }) {
  const currency = requestSchema.safeParse(run.input).data?.product.currency ?? ''
  return (
    <>
      <FinanceSummary output={output} currency={currency} />
      <Decide run={run} output={output} />
      <Recourse output={output} currency={currency} />
    </>
  )
}

export function FinanceDetails({ output }: { output: FinanceOutput }) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
      <Reasons output={output} />
      <Policy output={output} />
    </div>
  )
}
