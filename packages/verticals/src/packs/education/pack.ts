// The education pack: its collections. Its tasks come with the education issue.
import { defineVertical } from '../../kit/vertical.ts'
import { attempts, exercises, skills } from './collections.ts'
import { starterExercises } from './course/course.ts'
import { starterSkills } from './course/skills.ts'

export const education = defineVertical({
  slug: 'education',
  title: { en: 'Education', 'zh-CN': '教育' },
  collections: [exercises, skills, attempts],
  starterRecords: { skills: starterSkills, exercises: starterExercises },
  tasks: [],
})
