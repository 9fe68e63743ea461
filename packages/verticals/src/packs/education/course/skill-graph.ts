// Whether skills make a graph that can be taught: every prerequisite is there, nothing leads back to itself, exercises name what exists.

/** As records of the collection `skills` give it. */
type Node = { id: string; prerequisites: readonly string[] }
export type GraphFault = {
  kind: 'cycle' | 'unknown_prerequisite' | 'unknown_skill'
  /** Id of the skill, or of the exercise for `unknown_skill`; of a cycle, all that it goes through. */
  ids: readonly string[]
  message: string
  fix: string
}

/** Each cycle once, named in the order in which one would walk it. */
export function checkSkillGraph(skills: readonly Node[]): GraphFault[] {
  const byId = new Map(skills.map((skill) => [skill.id, skill]))
  const unknown = skills.flatMap((skill) =>
    skill.prerequisites
      .filter((id) => !byId.has(id))
      .map(
        (id): GraphFault => ({
          kind: 'unknown_prerequisite',
          ids: [skill.id],
          message: `needs ${id}, which is no skill`,
          fix: `Send the skill ${id}, or take it out of the prerequisites`,
        }),
      ),
  )
  return [...unknown, ...cyclesOf(byId)]
}

/** Skills that exercises name and nobody described: the tutor would not know what comes before them. */
export function checkExerciseSkills(
  exercises: readonly { id: string; skills: readonly string[] }[],
  skills: readonly { id: string }[],
): GraphFault[] {
  const known = new Set(skills.map((skill) => skill.id))
  return exercises.flatMap((exercise) =>
    exercise.skills
      .filter((id) => !known.has(id))
      .map(
        (id): GraphFault => ({
          kind: 'unknown_skill',
          ids: [exercise.id],
          message: `trains ${id}, which is no skill`,
          fix: `Send the skill ${id} to the collection skills`,
        }),
      ),
  )
}

/** Depth first without recursion: a chain of any length fits. */
function cyclesOf(byId: ReadonlyMap<string, Node>): GraphFault[] {
  const faults: GraphFault[] = []
  const done = new Set<string>()
  for (const start of byId.keys()) {
    const path: { id: string; next: number }[] = done.has(start) ? [] : [{ id: start, next: 0 }]
    const onPath = new Set(path.map((step) => step.id))
    for (let step = path.at(-1); step; step = path.at(-1)) {
      const id = byId.get(step.id)?.prerequisites[step.next++]
      if (id === undefined) {
        path.pop()
        onPath.delete(step.id)
        done.add(step.id)
      } else if (onPath.has(id))
        faults.push(cycleFault(path.slice(path.findIndex((one) => one.id === id)).map((one) => one.id)))
      else if (byId.has(id) && !done.has(id)) {
        path.push({ id, next: 0 })
        onPath.add(id)
      }
    }
  }
  return faults
}

function cycleFault(ids: readonly string[]): GraphFault {
  return {
    kind: 'cycle',
    ids,
    message: `needs itself: ${[...ids, ids[0]].join(' needs ')}`,
    fix: 'Take a prerequisite out of this circle',
  }
}
