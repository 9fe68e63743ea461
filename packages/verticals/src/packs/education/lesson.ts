// Input and records -> a lesson: the exercise, what the learner answered before, the answer graded, and the course to choose from. What cannot
// be answered is refused here, with what to do about it.
import { AppError } from '@guildhall/contracts/errors'
import type { Localized } from '../../kit/localized.ts'
import type { FeatureArgs, RecordQuery } from '../../kit/vertical.ts'
import type { TutorContent } from './content.ts'
import { type CourseExercise, exerciseOf, type Skill, skillOf } from './exercise-record.ts'
import { type Grading, gradeResponse } from './grading/grade.ts'
import { type HintLock, lockOf } from './hint-lock.ts'
import { attemptsOf, historyOf, maxHistory, type Response } from './history.ts'
import type { TutorInput } from './input.ts'
import type { Candidate } from './next.ts'

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
  candidates: readonly LessonCandidate[]
  skills: readonly Skill[]
  /** The teacher's, on the hints of the learner's class, and of the class that the caller names. */
  lock: HintLock | null
  nowMs: number
  seed: number
}

/** `stem` is null where the caller keeps the exercises. */
type LessonCandidate = Candidate & { stem: Localized | null }

const isChoosing = ({ task }: TutorInput) => task === 'next_exercise' || task === 'teacher_note'

export function readsLesson(input: TutorInput): Record<string, RecordQuery> {
  return {
    skills: { collection: 'skills', newest: true, limit: maxSkills },
    // The class as the learner's record says it: a caller that leaves class_ref out, or names another, is under the lock all the same.
    own_class: {
      collection: 'classes',
      namedBy: { collection: 'learners', key: input.learner_ref, field: 'class_ref' },
      limit: 1,
    },
    ...(input.class_ref ? { class: { collection: 'classes', keys: [input.class_ref], limit: 1 } } : {}),
    ...(input.item_id ? { exercise: { collection: 'exercises', keys: [input.item_id], limit: 1 } } : {}),
    ...(input.history ? {} : { attempts: { collection: 'attempts', subject: input.learner_ref, limit: maxHistory } }),
    ...(isChoosing(input) && !input.candidates
      ? { course: { collection: 'exercises', newest: true, limit: maxCourse } }
      : {}),
  }
}

/** Throws input_invalid where the exercise, or what to choose from, is not there. */
export function readLesson({ input, records, run }: FeatureArgs<TutorInput, TutorContent>): Lesson {
  const course = (records.course ?? []).map(exerciseOf)
  const exercise = exerciseIn({ input, records, course })
  const candidates = isChoosing(input) ? candidatesOf(input, course) : []
  if (input.task === 'next_exercise' && candidates.length === 0) throw emptyCourse()
  const nowMs = Date.parse(run.asOf)
  const skills = new Map([...course, ...(exercise ? [exercise] : [])].map((one) => [one.id, one.skills[0]]))
  const attempts = input.history ?? attemptsOf(records.attempts ?? [])
  const { responses, withoutSkill } = historyOf(attempts, (item) => skills.get(item))
  const raw = input.response?.raw
  const grading = exercise && typeof raw === 'string' ? gradeResponse(exercise, raw) : null
  return {
    exercise,
    responses,
    withoutSkill,
    grading,
    answered:
      exercise && grading && !grading.refusal
        ? {
            item: exercise.id,
            skill: exercise.skills[0] ?? '',
            isRight: grading.correct,
            atMs: nowMs,
            hintsUsed: input.response?.hints_used ?? 0,
          }
        : null,
    asked: askedOf({ input, exercise, candidates }),
    candidates,
    skills: (records.skills ?? []).map(skillOf),
    lock: lockOf([...(records.own_class ?? []), ...(records.class ?? [])]),
    nowMs,
    seed: run.seed,
  }
}

type Held = Pick<FeatureArgs<TutorInput>, 'input' | 'records'> & { course: readonly CourseExercise[] }

function exerciseIn({ input, records, course }: Held): CourseExercise | null {
  if (input.exercise) return exerciseOf({ key: String(input.exercise.id), body: input.exercise })
  if (!input.item_id) return null
  const found = records.exercise?.find((record) => record.key === input.item_id)
  const exercise = found ? exerciseOf(found) : course.find((one) => one.id === input.item_id)
  if (!exercise && input.task !== 'next_exercise') throw unknownExercise(input.item_id)
  return exercise ?? null
}

function candidatesOf({ candidates }: TutorInput, course: readonly CourseExercise[]): LessonCandidate[] {
  const given = candidates?.map((one) => ({
    item: one.item_id,
    skill: one.skill,
    difficulty: one.difficulty,
    stem: null,
  }))
  return (
    given ??
    course.map(({ id, skills, difficulty, stem }) => ({
      item: id,
      skill: skills[0] ?? '',
      difficulty: difficulty ?? 0,
      stem,
    }))
  )
}

function askedOf({ input, exercise, candidates }: { input: TutorInput } & Pick<Lesson, 'exercise' | 'candidates'>) {
  const skill = exercise?.skills[0] ?? candidates.find((one) => one.item === input.item_id)?.skill
  return { skill: skill ?? '', item: exercise?.id ?? input.item_id ?? '' }
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
