// What somebody is in the course: only roles of the course count, so that a student of the institution who teaches here comes as a teacher.
import { z } from 'zod'

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
const teaching = ['Instructor', 'ContentDeveloper', 'Administrator', 'Manager']
const roles = z.array(z.string().max(255)).max(100)

/** Teaching wins over learning. Null where nobody of the two comes, such as a mentor. Names: LTI Core 1.3, appendix A.2.3; bare names are its old form. */
export function roleOf(claim: unknown): 'learner' | 'instructor' | null {
  const read = roles.safeParse(claim)
  if (!read.success) return null
  const held = new Set(read.data.flatMap(courseRole))
  if (teaching.some((role) => held.has(role))) return 'instructor'
  return held.has('Learner') ? 'learner' : null
}

/** `membership#Learner` and its kinds, `membership/Instructor#TeachingAssistant`, are both of the principal role before the kind. */
function courseRole(uri: string): string[] {
  if (/^[A-Za-z]+$/.test(uri)) return [uri]
  const [base = '', name = ''] = uri.split('#')
  if (base === membership) return [name]
  return base.startsWith(`${membership}/`) ? [base.slice(membership.length + 1)] : []
}
