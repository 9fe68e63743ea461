// The model of all rows as it would be served: its graph runs in onnxruntime over every row, and must say what it promises.
import { logitsOf, trainAdditive } from '@guildhall/learn/additive'
import { writeAdditive } from '@guildhall/learn/additive-onnx'
import { encodeRows, type Table } from '@guildhall/learn/table'
import { realsOf } from '@guildhall/verticals/kit/tensors'
import { openSessionPool } from '../../workers/inference/src/session-pool.ts'

export type GraphCheck = { rows: number; max_sum_error: number; max_difference_to_trainer: number }

/** Largest |bias + sum of contributions - logit| of the graph's own outputs, and its largest distance to the trainer's arithmetic; both in logits. */
export async function checkGraph(table: Table, labels: Uint8Array, seed: number): Promise<GraphCheck> {
  const model = trainAdditive(table, labels, { seed })
  const encoded = encodeRows(table)
  const pool = openSessionPool({ provider: 'cpu', threads: 1, onDeath: () => undefined })
  const source = { sha256: 'evaluated', bytes: async () => writeAdditive(model) }
  const width = table.columns.length
  const outputs = await pool.infer(source, { features: { data: encoded, dims: [table.rows, width] } })
  const [contributions, logit] = [realsOf(outputs, 'contributions'), realsOf(outputs, 'logit')]
  await pool.close()
  const expected = logitsOf(model, encoded)
  let sumError = 0
  let difference = 0
  for (let row = 0; row < table.rows; row++) {
    const own = contributions.subarray(row * width, (row + 1) * width)
    const given = logit[row] ?? Number.NaN
    const sum = own.reduce((total, one) => total + one, model.bias)
    sumError = Math.max(sumError, Math.abs(sum - given))
    difference = Math.max(difference, Math.abs((expected[row] ?? Number.NaN) - given))
  }
  return { rows: table.rows, max_sum_error: sumError, max_difference_to_trainer: difference }
}
