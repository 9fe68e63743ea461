// The graph of skills: what it refuses, by name, and that it ends on any graph.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExerciseSkills, checkSkillGraph } from './skill-graph.ts'

const skill = (id: string, ...prerequisites: string[]) => ({ id, prerequisites })

test('a circle is named in the order in which it goes round', () => {
  expect(checkSkillGraph([skill('a', 'b'), skill('b', 'c'), skill('c', 'b'), skill('d', 'a')])).toMatchObject([
    { kind: 'cycle', ids: ['b', 'c'], message: 'needs itself: b needs c needs b' },
  ])
  expect(checkSkillGraph([skill('a', 'a')])).toMatchObject([{ kind: 'cycle', ids: ['a'] }])
})

test('a prerequisite that is no skill is named, and so is the skill an exercise makes up', () => {
  expect(checkSkillGraph([skill('a', 'x')])).toMatchObject([
    { kind: 'unknown_prerequisite', ids: ['a'], message: 'needs x, which is no skill' },
  ])
  expect(checkExerciseSkills([{ id: 'e1', skills: ['a', 'y'] }], [{ id: 'a' }])).toMatchObject([
    { kind: 'unknown_skill', ids: ['e1'], message: 'trains y, which is no skill' },
  ])
})

test('a graph has a fault exactly when it cannot be put in an order', () => {
  const node = fc.record({ prerequisites: fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 4 }) })
  fc.assert(
    fc.property(fc.array(node, { minLength: 12, maxLength: 12 }), (nodes) => {
      const skills = nodes.map((one, at) => skill(`s${at}`, ...one.prerequisites.map((id) => `s${id}`)))
      const placed = new Set<string>()
      for (let round = 0; round < skills.length; round++)
        for (const one of skills) if (one.prerequisites.every((id) => placed.has(id))) placed.add(one.id)
      expect(checkSkillGraph(skills).length === 0).toBe(placed.size === skills.length)
    }),
  )
})

test('a chain of fifty thousand skills is walked', () => {
  const chain = Array.from({ length: 50_000 }, (_, at) => skill(`s${at}`, ...(at > 0 ? [`s${at - 1}`] : [])))
  expect(checkSkillGraph(chain)).toEqual([])
})
