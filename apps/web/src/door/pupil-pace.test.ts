// A pupil who hurries waits; the others do not.
import { expect, test } from 'vitest'
import { holdPace, perMinute } from './pupil-pace.ts'

test('sixty steps a minute each, and one more says when to come back', async () => {
  for (let step = 0; step < perMinute; step++) await holdPace('pupil:a')
  await expect(holdPace('pupil:a')).rejects.toMatchObject({ code: 'rate_limited', retryAfterS: expect.any(Number) })
  await expect(holdPace('pupil:b')).resolves.toBeUndefined()
})
