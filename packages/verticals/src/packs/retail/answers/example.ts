// What the conformance test needs of customer answers: the sample articles as a tenant has them. There is no model.
import type { Example } from '../../../kit/example.ts'
import { sampleArticles } from './articles.ts'

export const answersExample: Example = {
  card: null,
  graph: null,
  records: { articles: sampleArticles().map((body) => ({ key: body.id, body })) },
  found: {},
  predict: () => null,
}
