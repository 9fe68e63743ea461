// The auth library's store: people, sessions, accounts, verifications. These tables have no tenant; no other table is reached this way.
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { database } from './client.ts'

/** Opens after openDatabase(). */
export function authStore() {
  return prismaAdapter(database(), { provider: 'postgresql' })
}
