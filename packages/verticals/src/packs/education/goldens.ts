// The golden cases of the tutor: every task, both languages. They bring their own exercises, so that they hold for a tenant with another course.
import { goldenCaseSchema } from '../../kit/golden.ts'
import tasks from './golden/tasks.json' with { type: 'json' }

export const goldens = tasks.map((golden) => goldenCaseSchema.parse(golden))
