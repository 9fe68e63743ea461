// The education pack: a tutor that grades, hints, chooses and reports, and never gives the answer away. The only file others see.
import { defineTask, defineVertical } from '../../kit/vertical.ts'
import { probesOfCourse } from './choose.ts'
import { classes, learners } from './class-collections.ts'
import { attempts, exercises, skills } from './collections.ts'
import { composeTutor } from './compose.ts'
import { tutorContent } from './content.ts'
import { contentWords, decisionOf, goldenPaths, listOf } from './content-words.ts'
import { starterExercises } from './course/course.ts'
import { starterSkills } from './course/skills.ts'
import { tutorForm } from './form.ts'
import { goldens } from './goldens.ts'
import { tutorInput } from './input.ts'
import { readLesson, readsLesson } from './lesson.ts'
import { tutorModel } from './model.ts'
import { samples } from './samples.ts'
import { sealWords } from './seal.ts'
import { starters } from './starters.ts'

export const education = defineVertical({
  slug: 'education',
  title: { en: 'Education', 'zh-CN': '教育' },
  collections: [exercises, skills, attempts, learners, classes],
  starterRecords: { skills: starterSkills, exercises: starterExercises },
  tasks: [
    defineTask({
      slug: 'tutor',
      starters,
      title: { en: 'Tutor', 'zh-CN': '辅导' },
      summary: {
        en: 'Grades an answer, traces mastery, gives hints that never tell, chooses the next exercise and writes to the teacher.',
        'zh-CN': '批改作答、追踪掌握度、给出不泄露答案的提示、选择下一题，并给教师写说明。',
      },
      input: tutorInput,
      content: tutorContent,
      form: tutorForm,
      samples,
      goldens,
      words: contentWords,
      decisionOf,
      listOf,
      goldenPaths,
      model: tutorModel,
      seal: sealWords,
      reads: readsLesson,
      features: readLesson,
      probes: probesOfCourse,
      compose: composeTutor,
    }),
  ],
})
