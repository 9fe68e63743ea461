// A class that is not there: twelve pupils of different strength and a week of their answers to the starter course, drawn from a seed, so that a
// teacher's page can be looked at before there are pupils. Wrong answers are those that real misconceptions lead to.
import { genericSkill } from '../bkt.ts'
import { gradeResponse } from '../grading/grade.ts'
import { type Answer, answerText, fraction, isLinear } from './answer.ts'
import { type CourseExercise, keyOf, starterExercises } from './course.ts'
import { familyOf } from './families.ts'
import { draftOf } from './family.ts'
import { openRandom, type Random } from './random.ts'

/** `answered` is one answer; `hinted` a hint that was asked for before the next one. Minutes count back from the moment of looking. */
export type SimulatedWork = { learner: string; item: string; minutesAgo: number } & (
  | { kind: 'answered'; skill: string; raw: string; isRight: boolean; attemptNo: number; hintsUsed: number }
  | { kind: 'hinted'; level: number }
)

const minutesPerDay = 1440
/** What the class was about on which day, as a teacher would plan it. The last is more than a day ago: who is stuck now is told apart below. */
const plan = [
  { daysAgo: 5, skills: ['frac-meaning', 'frac-equivalent', 'frac-add-like'] },
  { daysAgo: 2, skills: ['frac-add-unlike', 'frac-multiply', 'ratio-simplify'] },
  { daysAgo: 1, skills: ['percent-convert', 'expr-simplify', 'eq-one-step'] },
] as const
const answersPerSkill = [2, 3, 3] as const

export const simulatedLearners = Array.from({ length: 12 }, (_, at) => `sim-${String(at + 1).padStart(2, '0')}`)
/** They are stuck when one looks: three wrong in a row, and four hints on one exercise. */
const stuckOnAnswers = simulatedLearners[2] ?? ''
const stuckOnHints = simulatedLearners[7] ?? ''

type Pupil = { learner: string; strength: number; random: Random }

/** Oldest first, learner by learner. The same every time. */
export function simulatedWork(): SimulatedWork[] {
  const exercises = starterExercises().filter((one) => one.generator)
  return simulatedLearners.flatMap((learner, at) => {
    // A spread from weak to strong, not in the order of the pseudonyms.
    const strength = ((at * 5) % simulatedLearners.length) / (simulatedLearners.length - 1)
    const pupil = { learner, strength, random: openRandom(`class/${learner}`) }
    const work = plan.flatMap((day) => dayOf(pupil, day, exercises))
    return [...work, ...stuckEnd(pupil, exercises)]
  })
}

type Day = (typeof plan)[number]

function dayOf(pupil: Pupil, { daysAgo, skills }: Day, exercises: readonly CourseExercise[]): SimulatedWork[] {
  const { strength, random } = pupil
  // The weaker ones do not get to the end of the last lesson.
  const reached = daysAgo === 1 ? skills.slice(0, strength < 0.3 ? 2 : 3) : skills
  const work = reached.flatMap((skill) => {
    const own = random.shuffle(exercises.filter((one) => one.skills[0] === skill))
    const depth = plan.flatMap((one) => [...one.skills]).indexOf(skill) / 8
    let isKnown = chance(random, 0.2 + 0.9 * strength - 0.2 * depth)
    return own.slice(0, random.pick(answersPerSkill)).map((exercise) => {
      const right = isKnown ? 1 - genericSkill.slip : genericSkill.guess / 2
      const raw = chance(random, right) ? exercise.answer_key : wrongAnswer(exercise, random)
      isKnown ||= chance(random, genericSkill.learn + 0.15 * strength)
      return { exercise, raw }
    })
  })
  return work.map(({ exercise, raw }, at) =>
    answered(pupil, exercise, { raw, minutesAgo: daysAgo * minutesPerDay + 25 + 2 * (work.length - at) }),
  )
}

function stuckEnd(pupil: Pupil, exercises: readonly CourseExercise[]): SimulatedWork[] {
  const { learner, random } = pupil
  const exercise = exercises.find((one) => one.skills[0] === 'eq-one-step')
  if (!exercise) return []
  const hinted = (level: number, minutesAgo: number) => ({
    kind: 'hinted' as const,
    learner,
    item: exercise.id,
    minutesAgo,
    level,
  })
  if (learner === stuckOnHints) return [0, 1, 2, 3].map((level) => hinted(level, 12 - 2 * level))
  if (learner !== stuckOnAnswers) return []
  const wrong = [0, 1, 2].map((at) =>
    answered(pupil, exercise, {
      raw: wrongAnswer(exercise, random, at),
      minutesAgo: 9 - 3 * at,
      attemptNo: at + 1,
      hintsUsed: at,
    }),
  )
  return [...wrong.slice(0, 1), hinted(0, 8), ...wrong.slice(1, 2), hinted(1, 5), ...wrong.slice(2)]
}

type Told = { raw: string; minutesAgo: number; attemptNo?: number; hintsUsed?: number }

function answered(
  { learner }: Pupil,
  exercise: CourseExercise,
  { raw, minutesAgo, attemptNo = 1, hintsUsed = 0 }: Told,
): SimulatedWork {
  const skill = exercise.skills[0] ?? ''
  const isRight = gradeResponse(exercise, raw).correct
  return { kind: 'answered', learner, item: exercise.id, skill, raw, isRight, minutesAgo, attemptNo, hintsUsed }
}

/** What a misconception of the exercise leads to, its first the most often; now and then a slip that nothing explains. */
function wrongAnswer(exercise: CourseExercise, random: Random, at?: number): string {
  const { family: id, seed } = exercise.generator ?? {}
  const family = id === undefined ? undefined : familyOf(id)
  if (!family || seed === undefined) return '0'
  const { answer, wrong, choices } = draftOf(family, seed)
  const pick = at ?? (chance(random, 0.6) ? 0 : random.int(0, wrong.length))
  const believed = wrong[pick]
  if (believed) return keyOf(family, believed.answer)
  return typeof answer === 'string'
    ? ((choices ?? []).find((one) => one.id !== answer)?.id ?? answer)
    : answerText(slipped(answer))
}

function slipped(answer: Exclude<Answer, string>): Answer {
  return isLinear(answer) ? { ...answer, rest: answer.rest.add(7) } : answer.add(fraction(7))
}

const chance = (random: Random, p: number) => random.int(0, 9999) < p * 10_000
