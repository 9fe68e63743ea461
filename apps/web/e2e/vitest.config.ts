// Browser journeys: the whole product is started as a customer starts it, on a data folder of its own. No retries.
import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    root: join(import.meta.dirname, '../../..'),
    include: ['apps/web/e2e/**/*.spec.ts'],
    globalSetup: [join(import.meta.dirname, 'stack.ts')],
    testTimeout: 90_000,
    hookTimeout: 60_000,
    fileParallelism: false,
  },
})
