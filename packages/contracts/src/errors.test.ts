// The error table: what reaches a caller, and what must not.
import { expect, test } from 'vitest'
import { AppError, errorCatalogue, toProblem } from './errors.ts'

const at = { instance: '/v1/runs', requestId: 'req_1' }

test('an unknown error never shows its own message', () => {
  const problem = toProblem(new Error('password=hunter2'), at)
  expect(problem).toMatchObject({ code: 'bug', status: 500, request_id: 'req_1' })
  expect(JSON.stringify(problem)).not.toContain('hunter2')
})

test('internal text stays internal, field errors go out', () => {
  const error = new AppError('input_out_of_range', {
    public: 'product.apr must be a fraction between 0 and 1',
    internal: 'row 7 of tenant ten_x',
    errors: [{ location: 'body.input.product.apr', message: '13.9 is above 1', fix: 'Send 0.139' }],
  })
  const problem = toProblem(error, at)
  expect(problem.status).toBe(422)
  expect(problem.errors).toHaveLength(1)
  expect(JSON.stringify(problem)).not.toContain('ten_x')
})

test('every code has a status a client can act on', () => {
  for (const row of Object.values(errorCatalogue)) expect(row.status).toBeGreaterThanOrEqual(400)
})
