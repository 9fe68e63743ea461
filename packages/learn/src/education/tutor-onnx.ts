// A tutor as one batched ONNX graph over response histories. Inputs: `history_skill` int64 [batch, time] (the count of skills pads),
// `history_correct` float [batch, time]; of the response to come `skill` and `item` int64 [batch] and `features` float [batch, 27]. Outputs:
// `mastery` [batch, skills] after the history, and `probability` [batch, 1] of a correct answer by the family that was chosen.
import type { BoostModel } from '../boost.ts'
import { graphModel, node, tensor, valueInfo } from '../onnx.ts'
import type { SkillModel } from './bkt.ts'
import { featureCount } from './features.ts'
import type { LogisticModel } from './logistic.ts'
import { type TutorFamily, type TutorModel, tutorWidth } from './tutor.ts'

type Sizes = { skills: number; items: number }

export function writeTutor(model: TutorModel, family: TutorFamily, sizes: Sizes): Uint8Array {
  return tutorGraph(model.skills, headOf(model, family, sizes))
}

/** A tutor of BKT alone, for parameters that were set or fitted elsewhere. */
export function writeBktTutor(skills: readonly SkillModel[]): Uint8Array {
  return tutorGraph(skills, bktHead())
}

function tutorGraph(models: readonly SkillModel[], head: Head): Uint8Array {
  const skills = models.length
  const row = (name: string, read: (skill: SkillModel) => number) =>
    tensor(name, [1, skills], Float32Array.from(models, read))
  return graphModel({
    name: 'tutor',
    constants: [
      row('known', (skill) => skill.known),
      row('learn', (skill) => skill.learn),
      row('slip', (skill) => skill.slip),
      row('sure', (skill) => 1 - skill.slip),
      row('guess', (skill) => skill.guess),
      tensor('one', [1, 1], Float32Array.of(1)),
      tensor('on_off', [2], Float32Array.of(0, 1)),
      tensor('depth', [1], BigInt64Array.of(BigInt(skills + 1))),
      tensor('width', [1], BigInt64Array.of(BigInt(skills))),
      tensor('zero', [1], BigInt64Array.of(0n)),
      tensor('axis_1', [1], BigInt64Array.of(1n)),
      tensor('axis_2', [1], BigInt64Array.of(2n)),
      ...head.constants,
    ],
    nodes: [...masteryNodes, ...head.nodes],
    inputs: [
      valueInfo('history_skill', ['batch', 'time'], 'int64'),
      valueInfo('history_correct', ['batch', 'time']),
      valueInfo('skill', ['batch'], 'int64'),
      valueInfo('item', ['batch'], 'int64'),
      valueInfo('features', ['batch', tutorWidth]),
    ],
    outputs: [valueInfo('mastery', ['batch', skills]), valueInfo('probability', ['batch', 1])],
  })
}

const transposed = { perm: { ints: [1, 0] } }

/** Bayes and a chance to learn, step by step, for the skill that was practised; padding touches none. */
const masteryNodes = [
  node({ op: 'Transpose', inputs: ['history_skill'], outputs: ['steps'], attributes: transposed }),
  node({ op: 'OneHot', inputs: ['steps', 'depth', 'on_off'], outputs: ['practised_padded'] }),
  node({ op: 'Slice', inputs: ['practised_padded', 'zero', 'width', 'axis_2'], outputs: ['practised'] }),
  node({ op: 'Transpose', inputs: ['history_correct'], outputs: ['outcomes_flat'], attributes: transposed }),
  node({ op: 'Unsqueeze', inputs: ['outcomes_flat', 'axis_2'], outputs: ['outcomes'] }),
  node({ op: 'Shape', inputs: ['skill'], outputs: ['batch_size'] }),
  node({ op: 'Concat', inputs: ['batch_size', 'width'], outputs: ['mastery_shape'], attributes: { axis: { int: 0 } } }),
  node({ op: 'Expand', inputs: ['known', 'mastery_shape'], outputs: ['mastery_start'] }),
  node({
    op: 'Scan',
    inputs: ['mastery_start', 'practised', 'outcomes'],
    outputs: ['mastery'],
    attributes: { body: { graph: stepGraph() }, num_scan_inputs: { int: 2 } },
  }),
]

function stepGraph() {
  return {
    name: 'step',
    constants: [],
    nodes: [
      node({ op: 'Mul', inputs: ['before', 'sure'], outputs: ['right_known'] }),
      node({ op: 'Sub', inputs: ['one', 'before'], outputs: ['unknown'] }),
      node({ op: 'Mul', inputs: ['unknown', 'guess'], outputs: ['right_guessed'] }),
      node({ op: 'Add', inputs: ['right_known', 'right_guessed'], outputs: ['right'] }),
      node({ op: 'Div', inputs: ['right_known', 'right'], outputs: ['if_right'] }),
      node({ op: 'Mul', inputs: ['before', 'slip'], outputs: ['slipped'] }),
      node({ op: 'Sub', inputs: ['one', 'right'], outputs: ['wrong'] }),
      node({ op: 'Div', inputs: ['slipped', 'wrong'], outputs: ['if_wrong'] }),
      node({ op: 'Sub', inputs: ['if_right', 'if_wrong'], outputs: ['apart'] }),
      node({ op: 'Mul', inputs: ['apart', 'outcome'], outputs: ['towards'] }),
      node({ op: 'Add', inputs: ['if_wrong', 'towards'], outputs: ['posterior'] }),
      node({ op: 'Sub', inputs: ['one', 'posterior'], outputs: ['not_yet'] }),
      node({ op: 'Mul', inputs: ['not_yet', 'learn'], outputs: ['learnt'] }),
      node({ op: 'Add', inputs: ['posterior', 'learnt'], outputs: ['next'] }),
      node({ op: 'Sub', inputs: ['next', 'before'], outputs: ['change'] }),
      node({ op: 'Mul', inputs: ['change', 'practice'], outputs: ['own_change'] }),
      node({ op: 'Add', inputs: ['before', 'own_change'], outputs: ['after'] }),
    ],
    inputs: [
      valueInfo('before', ['batch', 'skills']),
      valueInfo('practice', ['batch', 'skills']),
      valueInfo('outcome', ['batch', 1]),
    ],
    outputs: [valueInfo('after', ['batch', 'skills'])],
  }
}

type Head = { constants: Uint8Array[]; nodes: Uint8Array[] }

function headOf(model: TutorModel, family: TutorFamily, sizes: Sizes): Head {
  if (family === 'boosted_trees') return treeHead(model.trees)
  if (family === 'bkt') return bktHead()
  return logisticHead(family === 'pfa' ? model.pfa : model.logistic, model, sizes)
}

/** Mastery of the skill to come, with its slip and guess. */
function bktHead(): Head {
  const take = (from: string, to: string) =>
    node({ op: 'GatherElements', inputs: [from, 'skill_column'], outputs: [to], attributes: { axis: { int: 1 } } })
  return {
    constants: [],
    nodes: [
      node({ op: 'Unsqueeze', inputs: ['skill', 'axis_1'], outputs: ['skill_column'] }),
      node({ op: 'Mul', inputs: ['mastery', 'sure'], outputs: ['all_known'] }),
      node({ op: 'Sub', inputs: ['one', 'mastery'], outputs: ['all_unknown'] }),
      node({ op: 'Mul', inputs: ['all_unknown', 'guess'], outputs: ['all_guessed'] }),
      node({ op: 'Add', inputs: ['all_known', 'all_guessed'], outputs: ['all_right'] }),
      take('all_right', 'probability'),
    ],
  }
}

function treeHead({ base, trees }: BoostModel): Head {
  const all = trees.flatMap((tree, at) => tree.map((one, id) => ({ ...one, tree: at, id })))
  const leaves = all.filter((one) => one.feature < 0)
  return {
    constants: [tensor('base', [1, 1], Float32Array.of(base))],
    nodes: [
      node({
        op: 'TreeEnsembleRegressor',
        domain: 'ai.onnx.ml',
        inputs: ['features'],
        outputs: ['boosted'],
        attributes: {
          n_targets: { int: 1 },
          nodes_treeids: { ints: all.map((one) => one.tree) },
          nodes_nodeids: { ints: all.map((one) => one.id) },
          nodes_featureids: { ints: all.map((one) => Math.max(one.feature, 0)) },
          nodes_modes: { strings: all.map((one) => (one.feature < 0 ? 'LEAF' : 'BRANCH_LEQ')) },
          nodes_values: { floats: all.map((one) => one.cut) },
          nodes_truenodeids: { ints: all.map((one) => one.left) },
          nodes_falsenodeids: { ints: all.map((one) => one.right) },
          nodes_missing_value_tracks_true: { ints: all.map(() => 1) },
          target_treeids: { ints: leaves.map((one) => one.tree) },
          target_nodeids: { ints: leaves.map((one) => one.id) },
          target_ids: { ints: leaves.map(() => 0) },
          target_weights: { floats: leaves.map((one) => one.value) },
        },
      }),
      node({ op: 'Add', inputs: ['boosted', 'base'], outputs: ['logit'] }),
      node({ op: 'Sigmoid', inputs: ['logit'], outputs: ['probability'] }),
    ],
  }
}

/** Weights of the skill, the item, the skill's past wins and fails, and the standardised features. */
function logisticHead({ weights, offsets }: LogisticModel, { scale }: TutorModel, { skills, items }: Sizes): Head {
  const hasItems = offsets.length === 5
  const [ofSkill = 0, second = 0] = offsets
  const [ofWins = 0, ofFails = 0, ofDense = 0] = hasItems ? offsets.slice(2) : offsets.slice(1)
  const part = (from: number, count: number) => Float32Array.from(weights.subarray(from, from + count))
  const dense = new Float32Array(tutorWidth)
  let shift = weights[0] ?? 0
  for (let at = 0; at < featureCount && ofDense + at < weights.length; at++) {
    dense[at] = (weights[ofDense + at] ?? 0) / (scale.sd[at] ?? 1)
    shift -= (dense[at] ?? 0) * (scale.mean[at] ?? 0)
  }
  const column = (name: string, data: Float32Array) => tensor(name, [data.length, 1], data)
  const pick = (from: string, by: string, to: string) => node({ op: 'Gather', inputs: [from, by], outputs: [to] })
  const slice = (from: string, until: string, to: string) =>
    node({ op: 'Slice', inputs: ['features', from, until, 'axis_1'], outputs: [to] })
  return {
    constants: [
      column('skill_weights', part(ofSkill, skills)),
      column('item_weights', hasItems ? part(second, items) : new Float32Array(items)),
      column('win_weights', part(ofWins, skills)),
      column('fail_weights', part(ofFails, skills)),
      tensor('dense_weights', [tutorWidth, 1], dense),
      tensor('shift', [1, 1], Float32Array.of(shift)),
      ...[2n, 3n, 4n].map((at) => tensor(`at_${at}`, [1], BigInt64Array.of(at))),
    ],
    nodes: [
      pick('skill_weights', 'skill', 'skill_part'),
      pick('item_weights', 'item', 'item_part'),
      pick('win_weights', 'skill', 'win_weight'),
      pick('fail_weights', 'skill', 'fail_weight'),
      slice('at_2', 'at_3', 'wins'),
      slice('at_3', 'at_4', 'fails'),
      node({ op: 'Mul', inputs: ['win_weight', 'wins'], outputs: ['win_part'] }),
      node({ op: 'Mul', inputs: ['fail_weight', 'fails'], outputs: ['fail_part'] }),
      node({ op: 'MatMul', inputs: ['features', 'dense_weights'], outputs: ['dense_part'] }),
      node({
        op: 'Sum',
        inputs: ['skill_part', 'item_part', 'win_part', 'fail_part', 'dense_part', 'shift'],
        outputs: ['logit'],
      }),
      node({ op: 'Sigmoid', inputs: ['logit'], outputs: ['probability'] }),
    ],
  }
}
