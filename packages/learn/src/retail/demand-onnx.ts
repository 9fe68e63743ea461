// The demand model as a graph: one row of parameters per item is gathered, a grid of prices comes in, expected log units and their variance
// come out. A row of zeros pads for items the model has not seen: its count of periods is 0.
import { graphModel, node, tensor, valueInfo } from '../onnx.ts'
import { type DemandTerms, widthOf } from './demand-data.ts'
import type { DemandRow } from './demand-rows.ts'

/** Columns of `facts`, the graph's last output. The elasticity is the coefficient of the log price. */
const factCount = 12

/**
 * Inputs: item int64 [batch], log_price [batch, grid], promotion, phase (of the year, 0 to 1) and weekday int64 (0 Monday) [batch].
 * Outputs: mean and variance [batch, grid], facts [batch, 12]: noise, elasticity, its standard deviation, promotion effect, periods,
 * prices, price spread, low, high, last price, last day, share of empty periods.
 */
export function writeDemand(rows: readonly DemandRow[], terms: DemandTerms): Uint8Array {
  const width = widthOf(terms)
  const rest = width - 1
  const table = (size: number, read: (row: DemandRow) => ArrayLike<number>) => {
    const data = new Float32Array((rows.length + 1) * size)
    for (const [at, row] of rows.entries()) data.set(Array.from(read(row)), at * size)
    return data
  }
  const named = (name: string, size: number, read: (row: DemandRow) => ArrayLike<number>) =>
    tensor(name, [rows.length + 1, size], table(size, read))
  const priceRow = (row: DemandRow) => row.cov.subarray(1, width)
  const restCov = (row: DemandRow) =>
    Array.from({ length: rest * rest }, (_, at) => row.cov[(Math.floor(at / rest) + 1) * width + (at % rest) + 1] ?? 0)
  return graphModel({
    name: 'demand',
    constants: [
      named('levels', 2, (row) => [row.level, row.levelVar]),
      named('price_parts', 3, (row) => [row.centre[0] ?? 0, row.theta[0] ?? 0, row.cov[0] ?? 0]),
      named('centres', rest, (row) => row.centre.subarray(1)),
      named('thetas', rest, (row) => row.theta.subarray(1)),
      named('price_covs', rest, priceRow),
      tensor('covs', [rows.length + 1, rest, rest], table(rest * rest, restCov)),
      named('fact_rows', factCount, factsOf),
      ...termConstants(terms),
      tensor('axis_1', [1], BigInt64Array.of(1n)),
      tensor('two', [1], Float32Array.of(2)),
      ...[0n, 1n, 2n].map((at) => tensor(`at_${at}`, [1], BigInt64Array.of(at))),
    ],
    nodes: [...termNodes(terms), ...answerNodes],
    inputs: [
      valueInfo('item', ['batch'], 'int64'),
      valueInfo('log_price', ['batch', 'grid']),
      valueInfo('promotion', ['batch']),
      valueInfo('phase', ['batch']),
      valueInfo('weekday', ['batch'], 'int64'),
    ],
    outputs: [
      valueInfo('mean', ['batch', 'grid']),
      valueInfo('variance', ['batch', 'grid']),
      valueInfo('facts', ['batch', factCount]),
    ],
  })
}

function factsOf({ noise, theta, cov, facts }: DemandRow): number[] {
  const { periods, prices, priceSpread, low, high, last, lastDay, emptyShare } = facts
  const sd = Math.sqrt(cov[0] ?? 0)
  return [noise, theta[0] ?? 0, sd, theta[1] ?? 0, periods, prices, priceSpread, low, high, last, lastDay, emptyShare]
}

function termConstants({ harmonics, isDaily }: DemandTerms): Uint8Array[] {
  const turns = Float32Array.from({ length: harmonics }, (_, at) => 2 * Math.PI * (at + 1))
  const days = new Float32Array(7 * 6)
  for (let day = 1; day < 7; day++) days[day * 6 + day - 1] = 1
  return [
    ...(harmonics > 0 ? [tensor('turns', [1, harmonics], turns), tensor('axis_2', [1], BigInt64Array.of(2n))] : []),
    ...(isDaily ? [tensor('weekdays', [7, 6], days)] : []),
  ]
}

/** `rest` [batch, width - 1]: promotion, then cosine and sine by turns, then days of the week, as `writeTerms` has them. */
function termNodes({ harmonics, isDaily }: DemandTerms): Uint8Array[] {
  const parts = ['promotion_column', ...(harmonics > 0 ? ['season'] : []), ...(isDaily ? ['day_of_week'] : [])]
  return [
    node({ op: 'Unsqueeze', inputs: ['promotion', 'axis_1'], outputs: ['promotion_column'] }),
    ...(harmonics > 0
      ? [
          node({ op: 'Unsqueeze', inputs: ['phase', 'axis_1'], outputs: ['phase_column'] }),
          node({ op: 'Mul', inputs: ['phase_column', 'turns'], outputs: ['angles'] }),
          node({ op: 'Cos', inputs: ['angles'], outputs: ['cosines'] }),
          node({ op: 'Sin', inputs: ['angles'], outputs: ['sines'] }),
          node({ op: 'Unsqueeze', inputs: ['cosines', 'axis_2'], outputs: ['cosine_column'] }),
          node({ op: 'Unsqueeze', inputs: ['sines', 'axis_2'], outputs: ['sine_column'] }),
          node({
            op: 'Concat',
            inputs: ['cosine_column', 'sine_column'],
            outputs: ['pairs'],
            attributes: { axis: { int: 2 } },
          }),
          node({ op: 'Flatten', inputs: ['pairs'], outputs: ['season'], attributes: { axis: { int: 1 } } }),
        ]
      : [node({ op: 'Identity', inputs: ['phase'], outputs: ['phase_unused'] })]),
    node(
      isDaily
        ? { op: 'Gather', inputs: ['weekdays', 'weekday'], outputs: ['day_of_week'] }
        : { op: 'Identity', inputs: ['weekday'], outputs: ['weekday_unused'] },
    ),
    node({ op: 'Concat', inputs: parts, outputs: ['rest'], attributes: { axis: { int: 1 } } }),
  ]
}

const gathered = (from: string, to: string) => node({ op: 'Gather', inputs: [from, 'item'], outputs: [to] })
const columnOf = (from: string, at: 0 | 1 | 2, to: string) =>
  node({ op: 'Gather', inputs: [from, `at_${at}`], outputs: [to], attributes: { axis: { int: 1 } } })
const sumRows = (from: string, to: string) =>
  node({ op: 'ReduceSum', inputs: [from, 'axis_1'], outputs: [to], attributes: { keepdims: { int: 1 } } })

/** With z = log price - its centre and d the other terms' distance: mean = level + d'theta + z beta; variance is quadratic in z. */
const answerNodes = [
  gathered('levels', 'level_pair'),
  gathered('price_parts', 'price_part'),
  gathered('centres', 'centre'),
  gathered('thetas', 'theta'),
  gathered('price_covs', 'price_cov'),
  gathered('covs', 'cov'),
  gathered('fact_rows', 'facts'),
  columnOf('level_pair', 0, 'level'),
  columnOf('level_pair', 1, 'level_var'),
  columnOf('price_part', 0, 'price_centre'),
  columnOf('price_part', 1, 'beta'),
  columnOf('price_part', 2, 'beta_var'),
  node({ op: 'Sub', inputs: ['rest', 'centre'], outputs: ['d'] }),
  node({ op: 'Sub', inputs: ['log_price', 'price_centre'], outputs: ['z'] }),
  node({ op: 'Mul', inputs: ['d', 'theta'], outputs: ['d_theta'] }),
  sumRows('d_theta', 'd_part'),
  node({ op: 'Mul', inputs: ['z', 'beta'], outputs: ['z_part'] }),
  node({ op: 'Add', inputs: ['level', 'd_part'], outputs: ['base'] }),
  node({ op: 'Add', inputs: ['base', 'z_part'], outputs: ['mean'] }),
  node({ op: 'Unsqueeze', inputs: ['d', 'axis_1'], outputs: ['d_row'] }),
  node({ op: 'MatMul', inputs: ['d_row', 'cov'], outputs: ['d_cov_row'] }),
  node({ op: 'Squeeze', inputs: ['d_cov_row', 'axis_1'], outputs: ['d_cov'] }),
  node({ op: 'Mul', inputs: ['d_cov', 'd'], outputs: ['d_cov_d'] }),
  sumRows('d_cov_d', 'd_var'),
  node({ op: 'Mul', inputs: ['d', 'price_cov'], outputs: ['d_price'] }),
  sumRows('d_price', 'd_price_cov'),
  node({ op: 'Mul', inputs: ['d_price_cov', 'two'], outputs: ['slope'] }),
  node({ op: 'Mul', inputs: ['z', 'beta_var'], outputs: ['z_var'] }),
  node({ op: 'Add', inputs: ['slope', 'z_var'], outputs: ['per_z'] }),
  node({ op: 'Mul', inputs: ['per_z', 'z'], outputs: ['of_z'] }),
  node({ op: 'Add', inputs: ['level_var', 'd_var'], outputs: ['fixed_var'] }),
  node({ op: 'Add', inputs: ['fixed_var', 'of_z'], outputs: ['variance'] }),
]
