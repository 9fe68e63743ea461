// Test projects: unit (pure, fast), int (real Postgres and Redis). Browser journeys have a config of their own in apps/web/e2e.
import { defineConfig } from 'vitest/config'

const ignored = ['**/node_modules/**', '**/.next/**', '**/.guildhall/**']

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{packages,apps,workers,tools}/**/*.test.{ts,tsx}'],
          exclude: [...ignored, '**/*.int.test.ts'],
          // A busy machine is no failure: it bounds what hangs, it measures nothing.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'int',
          include: ['{packages,apps,workers,tools}/**/*.int.test.ts'],
          exclude: ignored,
          globalSetup: ['tools/test/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
