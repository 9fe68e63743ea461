// A simulated class with known skills practises the starter course: our choice of the next exercise (the pack's own function), random order, and
// the lowest mastery first, side by side. The tutor knows the parameters, never the pupil's true state; what is counted is the true state.
import { openRandom, type Random } from '@guildhall/learn/random'
import { nextMastery, rightOn, type SkillParameters } from '@guildhall/verticals/packs/education/bkt'
import { tutorContent } from '@guildhall/verticals/packs/education/content'
import { starterExercises } from '@guildhall/verticals/packs/education/course/course'
import { starterSkills } from '@guildhall/verticals/packs/education/course/skills'
import { type Candidate, chooseNext, type NextPolicy, type Practised } from '@guildhall/verticals/packs/education/next'
import { starters } from '@guildhall/verticals/packs/education/starters'
import { z } from 'zod'
import { builtinSkills } from '../train/education.ts'
import { costSince, readOptions } from './arguments.ts'
import { readColumns } from './csv-columns.ts'

const argumentsSchema = z.object({
  class: z.boolean().default(true),
  truth: z.string().optional(),
  learners: z.coerce.number().int().min(10).max(10_000).default(200),
  items: z.coerce.number().int().min(1).max(1000).default(40),
  seeds: z.coerce.number().int().min(2).max(50).default(5),
})

/** `ours_in_band` keeps to the band wherever an exercise lies in it; `ours_within_skill` picks the skill by gain alone, then the exercise by the band. */
const choosers = ['ours', 'ours_in_band', 'ours_within_skill', 'random', 'lowest_mastery'] as const
const outsideOf: Partial<Record<(typeof choosers)[number], number>> = { ours_in_band: 0, ours_within_skill: 1 }
type Chooser = (typeof choosers)[number]

type Skill = { name: string; parameters: SkillParameters; prerequisites: readonly string[] }
type World = {
  skills: readonly Skill[]
  candidates: readonly Candidate[]
  /** Whether a skill is learnt at a quarter of its rate while a prerequisite is not known. */
  needsPrerequisites: boolean
}
type Practice = { chooser: Chooser; items: number; policy: NextPolicy }

const msPerItem = 60_000

export async function evaluateClass(args: readonly string[]): Promise<object> {
  const wanted = readOptions(argumentsSchema, args)
  const startedAt = performance.now()
  const content = tutorContent.parse(starters[0].content)
  const { band, outside_band: outsideBand, mastered, prerequisite, rest, order } = content
  const policy = { band, outsideBand, mastered, prerequisite, rest, order }
  const world = starterWorld()
  const size = { learners: wanted.learners, items: wanted.items, seeds: wanted.seeds }
  return {
    vertical: 'education',
    protocol: `${wanted.learners} learners, ${wanted.items} items each, ${wanted.seeds} seeds; ${world.candidates.length} exercises of ${world.skills.length} skills`,
    policy,
    worlds: [true, false].map((needsPrerequisites) => ({
      learning: needsPrerequisites ? 'a quarter as fast while a prerequisite is missing' : 'without prerequisites',
      choosers: choosers.map((chooser) => ({
        chooser,
        ...classOf({ ...world, needsPrerequisites }, { ...size, policy, chooser }),
      })),
    })),
    ...(wanted.truth ? { ten_skills: await tenSkills(wanted.truth, { policy, seeds: wanted.seeds }) } : {}),
    ...costSince(startedAt),
  }
}

function starterWorld(): Omit<World, 'needsPrerequisites'> {
  const parameters = new Map(builtinSkills().map((skill) => [skill.name, skill]))
  const skills = starterSkills().map(({ id, prerequisites }) => {
    const own = parameters.get(id)
    if (!own) throw new Error(`the built-in tutor does not know ${id}`)
    return { name: id, parameters: own, prerequisites }
  })
  const candidates = starterExercises().map(({ id, skills: of, difficulty }) => ({
    item: id,
    skill: of[0] ?? '',
    difficulty: difficulty ?? 0,
  }))
  return { skills, candidates }
}

type Class = Practice & { learners: number; seeds: number }

/** Means over learners, with the standard error over the means of the seeds. */
function classOf(world: World, { learners, seeds, ...practice }: Class) {
  const bySeed = Array.from({ length: seeds }, (_, at) => {
    const random = openRandom(at + 1)
    const pupils = Array.from({ length: learners }, () => practise(world, practice, random))
    const mean = (read: (one: Lessons) => number) => pupils.reduce((sum, one) => sum + read(one), 0) / learners
    return {
      gain: mean((one) => one.gained / practice.items),
      known: mean((one) => one.known),
      right: mean((one) => one.right),
      inBand: mean((one) => one.inBand),
    }
  })
  const gain = withError(bySeed.map((one) => one.gain))
  return {
    mastery_gained_per_item: gain.mean,
    se: gain.se,
    skills_known_at_the_end: withError(bySeed.map((one) => one.known)).mean,
    share_right: withError(bySeed.map((one) => one.right)).mean,
    share_expected_in_band: withError(bySeed.map((one) => one.inBand)).mean,
  }
}

type Lessons = { gained: number; known: number; right: number; inBand: number }

function withError(values: readonly number[]): { mean: number; se: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1)
  const rounded = (value: number) => Math.round(value * 100_000) / 100_000
  return { mean: rounded(mean), se: rounded(Math.sqrt(variance / values.length)) }
}

/** One pupil: what was truly known at the end, how much of it is new, and the share of right answers. */
function practise(world: World, { chooser, items, policy }: Practice, random: Random): Lessons {
  const known = new Map(world.skills.map(({ name, parameters }) => [name, random() < parameters.known]))
  const count = () => [...known.values()].filter(Boolean).length
  const before = count()
  const mastery = new Map(world.skills.map(({ name, parameters }) => [name, parameters.known]))
  const practised: Practised[] = []
  let [right, inBand] = [0, 0]
  for (let step = 0; step < items; step++) {
    const next = choose({ world, chooser, policy, mastery, practised, random, step })
    const skill = world.skills.find((one) => one.name === next.skill)
    if (!skill) throw new Error(`an exercise of the unknown skill ${next.skill}`)
    const expected = rightOn(mastery.get(skill.name) ?? 0, skill.parameters, next.difficulty)
    inBand += expected >= policy.band.low && expected <= policy.band.high ? 1 : 0
    const isRight = random() < rightOn(known.get(skill.name) ? 1 : 0, skill.parameters, next.difficulty)
    right += isRight ? 1 : 0
    mastery.set(skill.name, nextMastery(mastery.get(skill.name) ?? 0, isRight, skill.parameters))
    practised.unshift({ item: next.item, skill: skill.name, isRight })
    const isReady = !world.needsPrerequisites || skill.prerequisites.every((name) => known.get(name))
    if (random() < skill.parameters.learn * (isReady ? 1 : 0.25)) known.set(skill.name, true)
  }
  return { gained: count() - before, known: count(), right: right / items, inBand: inBand / items }
}

type Moment = {
  world: World
  chooser: Chooser
  policy: NextPolicy
  mastery: ReadonlyMap<string, number>
  practised: readonly Practised[]
  random: Random
  step: number
}

function choose({ world, chooser, policy, mastery, practised, random, step }: Moment): Candidate {
  const anyOf = (candidates: readonly Candidate[]) => {
    const picked = candidates[Math.floor(random() * candidates.length)]
    if (!picked) throw new Error('nothing to choose from')
    return picked
  }
  if (chooser === 'random') return anyOf(world.candidates)
  if (chooser === 'lowest_mastery') {
    const [lowest] = [...mastery].sort(([, a], [, b]) => a - b)
    return anyOf(world.candidates.filter((one) => one.skill === lowest?.[0]))
  }
  const nowMs = step * msPerItem
  const states = new Map(
    world.skills.map(({ name, parameters }) => {
      const at = practised.findIndex((one) => one.skill === name)
      const own = practised.filter((one) => one.skill === name)
      const wrong = own.findIndex((one) => !one.isRight)
      const lastMs = at < 0 ? null : nowMs - (at + 1) * msPerItem
      return [name, { mastery: mastery.get(name) ?? 0, parameters, lastMs, streak: wrong < 0 ? own.length : wrong }]
    }),
  )
  const prerequisites = new Map(world.skills.map((one) => [one.name, one.prerequisites]))
  const choice = chooseNext({
    candidates: world.candidates,
    states,
    prerequisites,
    practised,
    policy: { ...policy, outsideBand: outsideOf[chooser] ?? policy.outsideBand },
    nowMs,
    seed: step,
  })
  if (!choice) throw new Error('the course has a single exercise')
  return choice.chosen
}

/** The simulation of the reference: ten skills without prerequisites, sixty steps, one kind of exercise per skill. */
async function tenSkills(path: string, { policy, seeds }: { policy: NextPolicy; seeds: number }) {
  const read = await readColumns(path, ['skill_id', 'p_L0', 'p_T', 'p_S', 'p_G'])
  const skills = read.skill_id.map((name, at) => ({
    name,
    parameters: {
      known: Number(read.p_L0[at]),
      learn: Number(read.p_T[at]),
      slip: Number(read.p_S[at]),
      guess: Number(read.p_G[at]),
    },
    prerequisites: [],
  }))
  const candidates = skills.flatMap(({ name }) =>
    ['a', 'b'].map((kind) => ({ item: `${name}${kind}`, skill: name, difficulty: 0 })),
  )
  const world = { skills, candidates, needsPrerequisites: false }
  const practice = { items: 60, learners: 1000, seeds, policy: { ...policy, rest: 0 } }
  return {
    protocol: `1000 pupils, 60 steps, ${seeds} seeds; skills truly known of ${skills.length}`,
    choosers: choosers.map((chooser) => {
      const { skills_known_at_the_end: known, se } = classOf(world, { ...practice, chooser })
      return { chooser, known, se: Math.round(se * 60 * 10_000) / 10_000 }
    }),
  }
}
