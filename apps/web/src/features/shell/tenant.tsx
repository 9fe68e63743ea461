'use client'
// The tenant a page is in, and what its user may do there. The server decides; this only hides what would be refused.
import { holdsScope, type Scope, scopesOfRole } from '@guildhall/contracts/scopes'
import type { MyTenant } from '@guildhall/contracts/tenant'
import { createContext, type ReactNode, useContext } from 'react'

type Here = { tenant: MyTenant; userId: string }
const Context = createContext<Here | null>(null)

export function TenantProvider({ tenant, userId, children }: Here & { children: ReactNode }) {
  return <Context value={{ tenant, userId }}>{children}</Context>
}

/** Throws outside of a tenant's pages: a programming error. */
export function useTenant(): Here & { may: (scope: Scope) => boolean } {
  const here = useContext(Context)
  if (!here) throw new Error('useTenant() is for pages of a tenant')
  return { ...here, may: (scope) => holdsScope(scopesOfRole[here.tenant.role], scope) }
}
