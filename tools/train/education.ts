// Builds the built-in champion of education: a tutor whose parameters are set, not trained, because no response data of our course exists and
// simulated data would only give its own parameters back. Deterministic: the same course and code give the same bytes.
import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TutorCard } from '@guildhall/contracts/model-card'
import { writeBktTutor } from '@guildhall/learn/education/tutor-onnx'
import { genericSkill, rightBy } from '@guildhall/verticals/packs/education/bkt'
import { starterExercises } from '@guildhall/verticals/packs/education/course/course'
import { starterSkills } from '@guildhall/verticals/packs/education/course/skills'
import { genericName } from '@guildhall/verticals/packs/education/mastery'

const root = join(import.meta.dirname, '../..')
export const builtinDir = join(root, 'packages/verticals/src/packs/education/builtin')

// Middle values of published fits: slips about a tenth, a chance to learn of .1 to .2 a step, guesses by the number of choices or, typed, .05 to .1.
const slip = 0.1
const learn = { first: 0.16, last: 0.1 }
const known = { first: 0.5, last: 0.2 }
const guess = { choice: 0.3, typed: 0.08 }

/** Skills in the order of the course: what comes later is known by fewer before it is taught, and takes longer to learn. */
export function builtinSkills(): TutorCard['skills'] {
  const exercises = starterExercises()
  const skills = starterSkills()
  const own = skills.map((skill, at) => {
    const depth = at / Math.max(1, skills.length - 1)
    const of = exercises.filter((one) => one.skills[0] === skill.id)
    if (of.length === 0) throw new Error(`the skill ${skill.id} has no exercise`)
    const choices = of.filter((one) => one.answer_type === 'choice').length / of.length
    const parameters = {
      known: between(known, depth),
      learn: between(learn, depth),
      slip,
      guess: rounded(choices * guess.choice + (1 - choices) * guess.typed),
    }
    return { name: skill.id, ...parameters, difficulty: logOdds(rightBy(parameters.known, parameters)) }
  })
  const generic = { name: genericName, ...genericSkill }
  return [...own, { ...generic, difficulty: logOdds(rightBy(genericSkill.known, genericSkill)) }]
}

const rounded = (value: number) => Math.round(value * 1000) / 1000
const between = ({ first, last }: { first: number; last: number }, depth: number) =>
  rounded(first + (last - first) * depth)
const logOdds = (p: number) => rounded(Math.log(p / (1 - p)))

export function buildChampion(): { bytes: Uint8Array; card: TutorCard } {
  const skills = builtinSkills()
  const bytes = writeBktTutor(skills)
  const sha256 = (of: Uint8Array | string) => createHash('sha256').update(of).digest('hex')
  const card: TutorCard = {
    name: 'starter-tutor',
    vertical: 'education',
    task: 'tutor',
    family: 'tutor',
    chosen: 'bkt',
    seed: 0,
    onnx_sha256: sha256(bytes),
    precision: 'fp32',
    data: {
      source:
        'No data: parameters are set from middle values of published fits (Corbett and Anderson 1995; Baker, Corbett and Aleven 2008) along the order of the starter course. Train on your own attempts as soon as you have them',
      licence: 'Apache-2.0',
      rows: 0,
      learners: 0,
      sha256: sha256(JSON.stringify(skills)),
      window: null,
    },
    skills,
    items: [],
    metrics: [],
  }
  return { bytes, card }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { bytes, card } = buildChampion()
  mkdirSync(builtinDir, { recursive: true })
  writeFileSync(join(builtinDir, 'model.onnx'), bytes)
  writeFileSync(join(builtinDir, 'card.json'), `${JSON.stringify(card, null, 2)}\n`)
  process.stdout.write(`${JSON.stringify({ skills: card.skills.length, sha256: card.onnx_sha256 })}\n`)
}
