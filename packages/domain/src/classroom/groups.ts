// Suggested groups: learners who share a weak skill. Each learner stands in one group, and the same data gives the same groups.

type Traced = { learner: string; mastery: readonly { skill: string; p: number; n: number }[] }
export type Group = { skill: string; learners: string[] }

const weak = 0.6
const leastResponses = 2
const leastLearners = 2
const maxGroups = 6

/** The skill most learners lack comes first and takes them; then the next among those who are left. Ties go by the skill's name. */
export function groupsOf(learners: readonly Traced[]): Group[] {
  const lacking = new Map<string, Set<string>>()
  for (const { learner, mastery } of learners)
    for (const { skill, p, n } of mastery)
      if (p < weak && n >= leastResponses) lacking.set(skill, (lacking.get(skill) ?? new Set()).add(learner))
  const groups: Group[] = []
  while (groups.length < maxGroups) {
    const [first] = [...lacking].sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
    if (!first || first[1].size < leastLearners) break
    const [skill, own] = first
    groups.push({ skill, learners: [...own].sort() })
    lacking.delete(skill)
    for (const others of lacking.values()) for (const learner of own) others.delete(learner)
  }
  return groups
}
