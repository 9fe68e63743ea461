'use client'
// The auth library's browser client, on our own origin.
import { createAuthClient } from 'better-auth/react'

export const authClient = createAuthClient()

/** The message key for what the auth library refused. */
export function refusalOf(
  error: { status?: number; code?: string | undefined } | null,
): 'wrong' | 'taken' | 'tooShort' | 'tooMany' | 'badLink' | 'badEmail' | null {
  if (!error) return null
  if (error.status === 429) return 'tooMany'
  if (error.code?.startsWith('USER_ALREADY_EXISTS')) return 'taken'
  if (error.code === 'PASSWORD_TOO_SHORT') return 'tooShort'
  if (error.code === 'INVALID_TOKEN') return 'badLink'
  if (error.code === 'INVALID_EMAIL') return 'badEmail'
  return 'wrong'
}
