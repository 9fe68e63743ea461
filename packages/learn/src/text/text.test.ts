// Latent terms and the confidence: the decomposition against what it must rebuild, terms of like texts, weights that never go below 0.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openRandom } from '../random.ts'
import { type Asked, binnedError, fitConfidence } from './fit-confidence.ts'
import { embedTerms, latentTerms } from './latent.ts'
import { sparseOf, times } from './sparse.ts'
import { decompose, symmetricEigen } from './svd.ts'

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0)

describe('singular vectors', () => {
  const random = openRandom(4)
  const rows = Array.from(
    { length: 30 },
    () => new Map([0, 1, 2, 3, 4, 5].map((at) => [at * 3 + Math.floor(random() * 3), random()])),
  )
  const a = sparseOf(rows, 18)
  const { right, values, rank } = decompose(a, { rank: 18, seed: 1 })

  test('all of them rebuild the matrix', () => {
    const turned = times(a, right, rank)
    for (const [at, row] of rows.entries())
      for (let column = 0; column < 18; column++) {
        let sum = 0
        for (let k = 0; k < rank; k++) sum += (turned[at * rank + k] ?? 0) * (right[column * rank + k] ?? 0)
        // Entries are float32.
        expect(sum).toBeCloseTo(row.get(column) ?? 0, 6)
      }
  })

  test('they are of length 1 and at right angles, their values fall, and the largest is the length of its image', () => {
    const column = (k: number) => Array.from({ length: 18 }, (_, row) => right[row * rank + k] ?? 0)
    for (let j = 0; j < rank; j++)
      for (let k = 0; k <= j; k++) expect(dot(column(j), column(k))).toBeCloseTo(j === k ? 1 : 0, 9)
    expect([...values]).toEqual([...values].sort((one, other) => other - one))
    const image = times(a, Float64Array.from(column(0)), 1)
    expect(Math.sqrt(dot(image, image))).toBeCloseTo(values[0] ?? 0, 9)
  })

  test('the eigenvalues of a matrix worked by hand', () => {
    const { values: found } = symmetricEigen(Float64Array.of(2, 1, 1, 2), 2)
    expect([...found]).toEqual([expect.closeTo(3, 12), expect.closeTo(1, 12)])
  })
})

test('two words that never stand together but in like texts are near; those of another matter are far', () => {
  const texts = [
    'sofa cushion living',
    'couch cushion living',
    'sofa leather living',
    'couch leather living',
    'tea pot',
    'tea cup',
    'pot cup',
  ]
  const model = latentTerms(
    texts.map((text) => text.split(' ')),
    { dims: 2, seed: 1 },
  )
  const vector = (term: string) => embedTerms(model, [model.terms.indexOf(term)])
  expect(dot(vector('sofa'), vector('couch'))).toBeGreaterThan(0.95)
  expect(Math.abs(dot(vector('sofa'), vector('tea')))).toBeLessThan(0.1)
  expect(
    latentTerms(
      texts.map((text) => text.split(' ')),
      { dims: 2, seed: 1 },
    ),
  ).toEqual(model)
})

describe('the confidence', () => {
  const candidate = fc.record({
    lexical: fc.double({ min: 0, max: 1, noNaN: true }),
    cosine: fc.double({ min: -1, max: 1, noNaN: true }),
    lead: fc.double({ min: -1, max: 1, noNaN: true }),
    isRight: fc.boolean(),
  })

  test('whatever it is fitted to, no weight is below 0: more evidence is never less sure', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(candidate, { minLength: 1, maxLength: 6 }), { minLength: 5, maxLength: 40 }),
        (asked) => {
          const { lexical, cosine, lead, bias, error } = fitConfidence(asked, 1)
          for (const weight of [lexical, cosine, lead]) expect(weight).toBeGreaterThanOrEqual(0)
          expect(Number.isFinite(bias) && error >= 0 && error <= 1).toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('fitted to questions whose chance is known, it says that chance', () => {
    const random = openRandom(9)
    const asked: Asked[] = Array.from({ length: 4000 }, () => {
      const cosine = random()
      return [{ lexical: 0, cosine, lead: 0, isRight: random() < 1 / (1 + Math.exp(-(6 * cosine - 3))) }]
    })
    const { bias, cosine, error } = fitConfidence(asked, 1)
    for (const at of [0.2, 0.5, 0.8])
      expect(1 / (1 + Math.exp(-(bias + cosine * at)))).toBeCloseTo(1 / (1 + Math.exp(-(6 * at - 3))), 1)
    expect(error).toBeLessThan(0.05)
  })

  test('the error of a confidence, worked by hand: two bins, one right of two at .5, none of one at .9', () => {
    const held = [
      { confidence: 0.5, isRight: true },
      { confidence: 0.5, isRight: false },
      { confidence: 0.9, isRight: false },
    ]
    expect(binnedError(held)).toBeCloseTo(0.3, 12)
  })
})
