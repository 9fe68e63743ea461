// An additive model as one ONNX graph: `features` [batch, F] -> `contributions` [batch, F], `logit` [batch, 1], `probability` [batch, 1] and,
// with bags, `bag_logits` [batch, B]. The score tables are a TreeEnsembleRegressor with one target per feature and one per bag (bags share the
// cuts, so a leaf knows them all); the linear half is added element by element, that of the bags by one MatMul.
import type { AdditiveModel, AdditiveTerm } from './additive.ts'
import { graphModel, node, tensor, valueInfo } from './onnx.ts'

// Every finite float32 is below this; NaN is not, which is how missing leaves the tree at its root.
const aboveAll = 3.4028234663852886e38

/** `bags` must have the model's own cuts and scales. */
export function writeAdditive(model: AdditiveModel, bags: readonly AdditiveModel[] = []): Uint8Array {
  const width = model.terms.length
  const ofNumbers = (name: string, read: (term: Extract<AdditiveTerm, { kind: 'number' }>) => number) =>
    tensor(
      name,
      [1, width],
      Float32Array.from(model.terms, (term) => (term.kind === 'number' ? read(term) : 0)),
    )
  return graphModel({
    name: 'additive-logit',
    constants: [
      ofNumbers('low', (term) => term.low),
      ofNumbers('high', (term) => term.high),
      ofNumbers('centre', (term) => term.centre),
      ofNumbers('slope', (term) => term.slope),
      tensor('bias', [1, 1], Float32Array.of(model.bias)),
      tensor('last_axis', [1], BigInt64Array.of(1n)),
      ...bagConstants(model, bags),
    ],
    nodes: [
      node({
        op: 'TreeEnsembleRegressor',
        domain: 'ai.onnx.ml',
        inputs: ['features'],
        outputs: ['scores'],
        attributes: treesOf(model, bags),
      }),
      node({ op: 'IsNaN', inputs: ['features'], outputs: ['is_missing'] }),
      node({ op: 'Where', inputs: ['is_missing', 'centre', 'features'], outputs: ['present'] }),
      node({ op: 'Max', inputs: ['present', 'low'], outputs: ['above_low'] }),
      node({ op: 'Min', inputs: ['above_low', 'high'], outputs: ['inside'] }),
      node({ op: 'Sub', inputs: ['inside', 'centre'], outputs: ['distance'] }),
      node({ op: 'Mul', inputs: ['distance', 'slope'], outputs: ['linear'] }),
      ...bagNodes(bags),
      node({ op: 'Add', inputs: [bags.length > 0 ? 'own_scores' : 'scores', 'linear'], outputs: ['contributions'] }),
      node({
        op: 'ReduceSum',
        inputs: ['contributions', 'last_axis'],
        outputs: ['sum'],
        attributes: { keepdims: { int: 1 } },
      }),
      node({ op: 'Add', inputs: ['sum', 'bias'], outputs: ['logit'] }),
      node({ op: 'Sigmoid', inputs: ['logit'], outputs: ['probability'] }),
    ],
    inputs: [valueInfo('features', ['batch', width])],
    outputs: [
      valueInfo('contributions', ['batch', width]),
      valueInfo('logit', ['batch', 1]),
      valueInfo('probability', ['batch', 1]),
      ...(bags.length > 0 ? [valueInfo('bag_logits', ['batch', bags.length])] : []),
    ],
  })
}

function bagConstants(model: AdditiveModel, bags: readonly AdditiveModel[]) {
  if (bags.length === 0) return []
  const width = model.terms.length
  const slopes = new Float32Array(width * bags.length)
  for (const [bag, { terms }] of bags.entries())
    for (const [at, term] of terms.entries()) slopes[at * bags.length + bag] = term.kind === 'number' ? term.slope : 0
  const whole = (name: string, value: number) => tensor(name, [1], BigInt64Array.of(BigInt(value)))
  return [
    tensor('bag_slopes', [width, bags.length], slopes),
    tensor(
      'bag_bias',
      [1, bags.length],
      Float32Array.from(bags, (bag) => bag.bias),
    ),
    whole('first_score', 0),
    whole('first_bag', width),
    whole('past_bags', width + bags.length),
  ]
}

function bagNodes(bags: readonly AdditiveModel[]) {
  if (bags.length === 0) return []
  const slice = (from: string, to: string, output: string) =>
    node({ op: 'Slice', inputs: ['scores', from, to, 'last_axis'], outputs: [output] })
  return [
    slice('first_score', 'first_bag', 'own_scores'),
    slice('first_bag', 'past_bags', 'bag_scores'),
    node({ op: 'MatMul', inputs: ['distance', 'bag_slopes'], outputs: ['bag_linear'] }),
    node({ op: 'Add', inputs: ['bag_scores', 'bag_linear'], outputs: ['bag_sum'] }),
    node({ op: 'Add', inputs: ['bag_sum', 'bag_bias'], outputs: ['bag_logits'] }),
  ]
}

/** One tree per feature. Ids count within a tree, as the operator wants it. */
type Nodes = {
  tree: number[]
  id: number[]
  feature: number[]
  mode: string[]
  value: number[]
  whenTrue: number[]
  whenFalse: number[]
  leafTree: number[]
  leafId: number[]
  leafTarget: number[]
  leafWeight: number[]
}

function treesOf(model: AdditiveModel, bags: readonly AdditiveModel[]) {
  const nodes: Nodes = {
    tree: [],
    id: [],
    feature: [],
    mode: [],
    value: [],
    whenTrue: [],
    whenFalse: [],
    leafTree: [],
    leafId: [],
    leafTarget: [],
    leafWeight: [],
  }
  for (const [at, term] of model.terms.entries()) {
    const ofBags = bags.flatMap((bag) => bag.terms[at]?.scores ?? [])
    addTree(nodes, { at, term, bags: ofBags, firstBag: model.terms.length })
  }
  return {
    n_targets: { int: model.terms.length + bags.length },
    nodes_treeids: { ints: nodes.tree },
    nodes_nodeids: { ints: nodes.id },
    nodes_featureids: { ints: nodes.feature },
    nodes_modes: { strings: nodes.mode },
    nodes_values: { floats: nodes.value },
    nodes_truenodeids: { ints: nodes.whenTrue },
    nodes_falsenodeids: { ints: nodes.whenFalse },
    nodes_missing_value_tracks_true: { ints: nodes.id.map(() => 0) },
    target_treeids: { ints: nodes.leafTree },
    target_nodeids: { ints: nodes.leafId },
    target_ids: { ints: nodes.leafTarget },
    target_weights: { floats: nodes.leafWeight },
  }
}

/** `bags` holds each bag's scores of this feature, in the term's own bins. */
type Tree = { at: number; term: AdditiveTerm; bags: readonly Float64Array[]; firstBag: number }

function addTree(nodes: Nodes, { at, term, bags, firstBag }: Tree): void {
  let next = 0
  const add = (mode: 'BRANCH_LEQ' | 'BRANCH_EQ' | 'LEAF', value: number): { id: number; index: number } => {
    const index = nodes.id.length
    const id = next++
    nodes.tree.push(at)
    nodes.id.push(id)
    nodes.feature.push(at)
    nodes.mode.push(mode)
    nodes.value.push(value)
    nodes.whenTrue.push(0)
    nodes.whenFalse.push(0)
    return { id, index }
  }
  const leaf = (bin: number): number => {
    const { id } = add('LEAF', 0)
    const weigh = (target: number, weight: number | undefined) => {
      nodes.leafTree.push(at)
      nodes.leafId.push(id)
      nodes.leafTarget.push(target)
      nodes.leafWeight.push(weight ?? 0)
    }
    weigh(at, term.scores[bin])
    for (const [bag, scores] of bags.entries()) weigh(firstBag + bag, scores[bin])
    return id
  }
  const branch = (mode: 'BRANCH_LEQ' | 'BRANCH_EQ', value: number, sides: [() => number, () => number]): number => {
    const { id, index } = add(mode, value)
    nodes.whenTrue[index] = sides[0]()
    nodes.whenFalse[index] = sides[1]()
    return id
  }
  const missing = () => leaf(0)
  if (term.kind === 'category') {
    const level = (code: number): number =>
      code === term.levels.length ? missing() : branch('BRANCH_EQ', code, [() => leaf(code + 1), () => level(code + 1)])
    level(0)
    return
  }
  const step = (from: number, to: number): number => {
    if (from === to) return leaf(from + 1)
    const middle = (from + to) >> 1
    return branch('BRANCH_LEQ', term.cuts[middle] ?? 0, [() => step(from, middle), () => step(middle + 1, to)])
  }
  branch('BRANCH_LEQ', aboveAll, [() => step(0, term.cuts.length), missing])
}
