// `./guildhall evaluate <vertical> --csv F …`: all model families of a vertical side by side on any CSV file, as JSON.
import { answersUsage, evaluateAnswers } from './answers.ts'
import { demandUsage, evaluateDemandCsv } from './demand.ts'
import { educationUsage, evaluateEducationCsv } from './education.ts'
import { evaluateFinanceCsv, financeUsage } from './finance.ts'
import { evaluateRetailCsv, retailUsage } from './retail.ts'

const evaluations: Record<string, { run: (args: readonly string[]) => Promise<object>; usage: string }> = {
  finance: { run: evaluateFinanceCsv, usage: financeUsage },
  retail: { run: evaluateRetailCsv, usage: retailUsage },
  answers: { run: evaluateAnswers, usage: answersUsage },
  demand: { run: evaluateDemandCsv, usage: demandUsage },
  education: { run: evaluateEducationCsv, usage: educationUsage },
}

const [vertical = '', ...args] = process.argv.slice(2)
const evaluation = evaluations[vertical]
try {
  if (!evaluation) throw new Error(`evaluate knows: ${Object.keys(evaluations).join(', ')}`)
  process.stdout.write(`${JSON.stringify(await evaluation.run(args), null, 2)}\n`)
} catch (error) {
  const usage = evaluation
    ? evaluation.usage
    : Object.values(evaluations)
        .map((one) => one.usage)
        .join('\n')
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 2
}
