// Who comes as a learner and who as a teacher; and names that an object has twice.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeatsName } from './repeated-name.ts'
import { roleOf } from './role.ts'

const course = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
const person = 'http://purl.imsglobal.org/vocab/lis/v2/institution/person'

test('only roles of the course count, and teaching wins', () => {
  expect(roleOf([`${course}#Learner`])).toBe('learner')
  expect(roleOf(['Learner'])).toBe('learner')
  expect(roleOf([`${course}/Learner#GuestLearner`])).toBe('learner')
  expect(roleOf([`${course}#Learner`, `${course}#Instructor`])).toBe('instructor')
  expect(roleOf([`${course}/Instructor#TeachingAssistant`])).toBe('instructor')
  expect(roleOf([`${person}#Student`, `${course}#Instructor`])).toBe('instructor')
  for (const none of [
    [],
    [`${person}#Student`],
    [`${person}#Faculty`],
    [`${course}#Mentor`],
    ['urn:Learner#'],
    'Learner',
    [7],
    null,
  ])
    expect(roleOf(none), JSON.stringify(none)).toBeNull()
})

test('no object that JSON.stringify writes names a member twice', () => {
  fc.assert(fc.property(fc.json(), (json) => !repeatsName(JSON.stringify(JSON.parse(json)))))
})

test('a name that comes twice is found at any depth and however it is escaped', () => {
  for (const json of ['{"a":1,"a":2}', '[{"b":{"a":1, "x":"\\"a\\":", "a" : 2}}]', '{"ab":1,"\\u0061b":2}'])
    expect(repeatsName(json), json).toBe(true)
  for (const json of ['{"a":{"a":1},"b":[{"a":1},{"a":2}]}', '["a","a"]', '{"a":"a","b":"{\\"a\\":1,\\"a\\":2}"}'])
    expect(repeatsName(json), json).toBe(false)
})
