// Input and records -> a lesson: the exercise, what the learner answered before, the answer graded, and the course to choose from. What cannot
// be answered is refused here, with what to do about it.
import { AppError } from '@guildhall/contracts/errors'
import type { FeatureArgs, RecordQuery } from '../../kit/vertical.ts'
import type { TutorContent } from './content.ts'
import { type CourseExercise, exerciseOf, type Skill, skillOf } from './exercise-record.ts'
import { type Grading, gradeResponse } from './grading/grade.ts'
import { attemptsOf, type History, historyOf, maxHistory, type Response } from './history.ts'
import type { TutorInput } from './input.ts'

const maxCourse = 500
const maxSkills = 200

export type Lesson = {
  exercise: CourseExercise | null
  /** Before the response of this run, oldest first. */
  responses: readonly Response[]
  withoutSkill: number
  /** Null where nothing was graded, or the answer could not be read: that is no attempt. */
  grading: Grading | null
  answered: Response | null
  /** What the model is asked the probability of. */
  asked: { skill: string; item: string }
  /** Only for tasks that choose. */
  course: readonly CourseExercise[]
  skills: readonly Skill[]
  nowMs: number
  seed: number
}

const isChoosing = ({ task }: TutorInput) => task === 'next_exercise' || task === 'teacher_note'

export function readsLesson(input: TutorInput): Record<string, RecordQuery> {
  return {
    skills: { collection: 'skills', newest: true, limit: maxSkills },
    ...(input.item_id ? { exercise: { collection: 'exercises', keys: [input.item_id], limit: 1 } } : {}),
    ...(input.history ? {} : { attempts: { collection: 'attempts', subject: input.learner_ref, limit: maxHistory } }),
    ...(isChoosing(input) ? { course: { collection: 'exercises', newest: true, limit: maxCourse } } : {}),
  }
}

/** Throws input_invalid where the exercise, or the course to choose from, is not there. */
export function readLesson({ input, records, asOf, seed }: FeatureArgs<TutorInput, TutorContent>): Lesson {
  const found = (records.exercise ?? []).find((record) => record.key === input.item_id)
  if (input.item_id && !found) throw unknownExercise(input.item_id)
  const exercise = found ? exerciseOf(found) : null
  const course = isChoosing(input) ? (records.course ?? []).map(exerciseOf) : []
  if (input.task === 'next_exercise' && course.length === 0) throw emptyCourse()
  const nowMs = Date.parse(asOf)
  const { responses, withoutSkill } = historyIn({ input, records, exercise, course })
  const grading = exercise && typeof input.response?.raw === 'string' ? gradeResponse(exercise, input.response.raw) : null
  const skill = exercise?.skills[0] ?? ''
  return {
    exercise,
    responses,
    withoutSkill,
    grading,
    answered:
      grading && !grading.refusal && exercise
        ? {
            item: exercise.id,
            skill,
            isRight: grading.correct,
            atMs: nowMs,
            hintsUsed: input.response?.hints_used ?? 0,
          }
        : null,
    asked: { skill, item: exercise?.id ?? '' },
    course,
    skills: (records.skills ?? []).map(skillOf),
    nowMs,
    seed,
  }
}

type Known = Pick<FeatureArgs<TutorInput>, 'input' | 'records'> & Pick<Lesson, 'exercise' | 'course'>

function historyIn({ input, records, exercise, course }: Known): History {
  const skills = new Map([...course, ...(exercise ? [exercise] : [])].map((one) => [one.id, one.skills[0]]))
  return historyOf(input.history ?? attemptsOf(records.attempts ?? []), (item) => skills.get(item))
}

function unknownExercise(item: string): AppError {
  return new AppError('input_invalid', {
    public: `The collection exercises has no record ${item}`,
    errors: [
      {
        location: 'body.input.item_id',
        message: 'is the id of no exercise',
        fix: 'Send the exercise to /v1/collections/exercises/records, or load the starter course, then call again',
      },
    ],
  })
}

function emptyCourse(): AppError {
  return new AppError('input_invalid', {
    public: 'The collection exercises is empty, so there is nothing to choose from',
    errors: [
      {
        location: 'body.input.task',
        message: 'next_exercise chooses from the collection exercises, which is empty',
        fix: 'Send exercises to /v1/collections/exercises/records, or load the starter course, then call again',
      },
    ],
  })
}
