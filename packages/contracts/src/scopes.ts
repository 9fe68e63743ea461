// Scopes of API keys, roles of members, and which role holds which scope. One table for both doors.
import { z } from 'zod'

export const scopes = [
  'runs:write',
  'runs:read',
  'templates:read',
  'templates:write',
  'templates:publish',
  'collections:write',
  'models:write',
  'decisions:write',
  'fairness:read',
  'admin',
] as const
export const scopeSchema = z.enum(scopes)
export type Scope = z.infer<typeof scopeSchema>

export const roles = ['owner', 'admin', 'editor', 'publisher', 'developer', 'viewer'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>

const everything: readonly Scope[] = scopes

export const scopesOfRole: Record<Role, readonly Scope[]> = {
  owner: everything,
  admin: everything,
  editor: [
    'runs:write',
    'runs:read',
    'templates:read',
    'templates:write',
    'collections:write',
    'models:write',
    'decisions:write',
  ],
  // Looks at what an editor made, and publishes it: apart from writing, so that it takes two.
  publisher: ['runs:write', 'runs:read', 'templates:read', 'templates:publish'],
  developer: ['runs:write', 'runs:read', 'templates:read', 'collections:write'],
  viewer: ['runs:read', 'templates:read'],
}

/** `admin` opens everything; any other scope opens itself only. */
export function holdsScope(held: readonly Scope[], needed: Scope): boolean {
  return held.includes(needed) || held.includes('admin')
}
