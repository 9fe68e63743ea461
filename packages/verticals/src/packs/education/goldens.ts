// The golden cases of the tutor: every task, and messages of the red team. They bring their own exercises, so that they hold for a tenant with
// another course.
import { goldenCaseSchema } from '../../kit/golden.ts'
import redTeam from './golden/red-team.json' with { type: 'json' }
import tasks from './golden/tasks.json' with { type: 'json' }

export const goldens = [...tasks, ...redTeam].map((golden) => goldenCaseSchema.parse(golden))
