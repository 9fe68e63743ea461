// The starter course counted by skill and type, and all its hints and worked examples read by the guard: twenty seeds of every exercise.
import { starterExercises } from '@guildhall/verticals/packs/education/course/course'
import { parallelExample } from '@guildhall/verticals/packs/education/course/parallel'
import { starterSkills } from '@guildhall/verticals/packs/education/course/skills'
import { guardedAnswer } from '@guildhall/verticals/packs/education/guard/answer'
import { findLeakInAll } from '@guildhall/verticals/packs/education/guard/leak'

const types = ['numeric', 'expression', 'choice', 'text'] as const
const languages = ['en', 'zh-CN'] as const

export function countCourse(): string[] {
  const course = starterExercises()
  const row = (name: string, figures: readonly (string | number)[]) =>
    name.padEnd(18) + figures.map((figure) => String(figure).padStart(11)).join('')
  const counts = (own: typeof course) => [
    own.length,
    ...types.map((type) => own.filter((exercise) => exercise.answer_type === type).length),
  ]
  const rows = starterSkills().map(({ id }) => row(id, counts(course.filter((one) => one.skills.includes(id)))))
  return [row('skill', ['exercises', ...types]), ...rows, row('all', counts(course))]
}

export function readHints(): string {
  let [texts, leaks] = [0, 0]
  for (const exercise of starterExercises())
    for (const language of languages) {
      const own = exercise.hints.map((hint) => hint.text[language])
      texts += own.length
      if (findLeakInAll(own, guardedAnswer(exercise))) leaks++
    }
  return `${texts} hints of levels 0 to 2: ${leaks} leaks`
}

/** An example is fit when it states other figures, ends right and passes the guard; its own maker checks that too, before it is given. */
export function readExamples(seeds: number): string {
  const counted = { asked: 0, none: 0, leaks: 0, same: 0, ms: 0 }
  for (const exercise of starterExercises())
    for (let seed = 1; seed <= seeds; seed++) {
      const start = performance.now()
      const example = parallelExample({ exercise, seed })
      counted.ms += performance.now() - start
      counted.asked++
      if (!example) counted.none++
      else if (example.lines[0]?.en === exercise.stem.en) counted.same++
      else if (isLeaking(exercise, [...example.lines, example.check])) counted.leaks++
    }
  const { asked, none, leaks, same, ms } = counted
  return `${asked} worked examples, ${seeds} of each exercise: ${none} not found, ${same} the exercise itself, ${leaks} leaks, ${(ms / asked).toFixed(1)} ms each`
}

type Exercise = ReturnType<typeof starterExercises>[number]

function isLeaking(exercise: Exercise, lines: readonly Exercise['stem'][]): boolean {
  const guarded = guardedAnswer(exercise)
  return languages.some(
    (language) =>
      findLeakInAll(
        lines.map((line) => line[language]),
        guarded,
      ) !== null,
  )
}
