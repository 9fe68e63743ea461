// What the conformance test needs to compose without a worker: the built-in card, the starter course, and mastery as a graph would give it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { modelCardSchema, tutorCard } from '@guildhall/contracts/model-card'
import type { Examples } from '../../kit/example.ts'
import { starterExercises } from './course/course.ts'
import { starterSkills } from './course/skills.ts'
import type { Tutored } from './model.ts'

const folder = join(import.meta.dirname, 'builtin')
const card = tutorCard(modelCardSchema.parse(JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8'))))
const course = starterExercises().map((one) => ({ key: one.id, body: { ...one } }))

export const examples: Examples = {
  tutor: {
    card,
    graph: readFileSync(join(folder, 'model.onnx')),
    records: {
      exercise: course,
      course,
      skills: starterSkills().map((one) => ({ key: one.id, body: { ...one } })),
      attempts: [],
    },
    found: {},
    predict: (shift): Tutored => {
      const at = (p: number) => Math.min(Math.max(p + shift, 0.01), 0.99)
      return {
        before: new Map(card.skills.map((skill) => [skill.name, at(skill.known)])),
        after: new Map(card.skills.map((skill) => [skill.name, at(skill.known + 0.1)])),
        probability: at(0.5),
      }
    },
  },
}
