// What a learner did as xAPI 1.0.3 statements. The actor is the pseudonym as an account of the tenant's own home page: no name and no address, and
// nothing that the learner typed.

export type Lived = {
  id: string
  learner: string
  at: string
  /** The run that told it: one registration, so that a receiver can put an answer and its mastery together. */
  run: string
} & (
  | { verb: 'answered'; item: string; isRight: boolean; hintsUsed: number }
  | { verb: 'hinted'; item: string; level: number }
  | { verb: 'mastered'; skill: string; p: number }
)

type Statement = Record<string, unknown>

const verbs = {
  answered: { id: 'http://adlnet.gov/expapi/verbs/answered', display: { en: 'answered', 'zh-CN': '作答' } },
  // No registered profile has a verb for it.
  hinted: { id: 'urn:guildhall:xapi:verbs:hinted', display: { en: 'was given a hint', 'zh-CN': '获得提示' } },
  mastered: { id: 'http://adlnet.gov/expapi/verbs/mastered', display: { en: 'mastered', 'zh-CN': '掌握' } },
}

/** `homePage` is the tenant's URL; activities are named under it. Shapes: xAPI 1.0.3, part two, section 2.4. */
export function statementOf(lived: Lived, homePage: string): Statement {
  return {
    id: lived.id,
    actor: { objectType: 'Agent', account: { homePage, name: lived.learner } },
    verb: verbs[lived.verb],
    object: activityOf(lived, homePage),
    ...resultOf(lived),
    context: { platform: 'Guildhall', extensions: { 'urn:guildhall:xapi:run': lived.run } },
    timestamp: lived.at,
    version: '1.0.3',
  }
}

function activityOf(lived: Lived, homePage: string): Statement {
  const base = homePage.replace(/\/+$/, '')
  const [path, type] =
    lived.verb === 'mastered'
      ? [`skills/${encodeURIComponent(lived.skill)}`, 'http://adlnet.gov/expapi/activities/objective']
      : [`exercises/${encodeURIComponent(lived.item)}`, 'http://adlnet.gov/expapi/activities/question']
  return { objectType: 'Activity', id: `${base}/${path}`, definition: { type } }
}

function resultOf(lived: Lived): Statement {
  if (lived.verb === 'answered')
    return {
      result: {
        success: lived.isRight,
        score: { scaled: lived.isRight ? 1 : 0 },
        extensions: { 'urn:guildhall:xapi:hints-used': lived.hintsUsed },
      },
    }
  if (lived.verb === 'hinted') return { result: { extensions: { 'urn:guildhall:xapi:hint-level': lived.level } } }
  return { result: { success: true, score: { scaled: Math.round(lived.p * 1000) / 1000 } } }
}
