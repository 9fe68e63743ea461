// vitest global set-up of the int project: one Postgres and one Redis for the whole run; tests read their addresses with inject().
// Named so that the augmentation below finds its module.
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { startServices } from './services.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    databaseUrl: string
    ownerUrl: string
    redisUrl: string
  }
}

export async function setup(project: TestProject) {
  const services = await startServices()
  project.provide('databaseUrl', services.databaseUrl)
  project.provide('ownerUrl', services.ownerUrl)
  project.provide('redisUrl', services.redisUrl)
  return services.stop
}
