// What LTI needs of its process: the secret that seals what is stored, the public address, and hosts that may be private. Opened once at boot.
import { AppError } from '@guildhall/contracts/errors'

type LtiEnv = {
  /** Seals keys and subjects at rest; at least 32 characters. Another secret makes what is stored unreadable. */
  secret: string
  publicUrl: string
  /** Hosts with ports that platforms may have though they are private or without TLS. */
  allowed: readonly string[]
}

let env: LtiEnv | undefined

export function openLti(given: LtiEnv): void {
  env = given
}

/** Throws where this process was started without it: a programming error. */
export function ltiEnv(): LtiEnv {
  if (!env)
    throw new AppError('bug', { public: 'LTI is not open in this process', internal: 'openLti() was not called' })
  return env
}

/** Addresses name the tenant: a platform of one tenant cannot even ask about the registrations of another. */
export function toolAddresses(tenantId: string) {
  const base = `${ltiEnv().publicUrl.replace(/\/+$/, '')}/lti/${tenantId}`
  return { login_url: `${base}/login`, launch_url: `${base}/launch`, jwks_url: `${base}/jwks` }
}
