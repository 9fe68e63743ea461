// Keeps statements for the next delivery, in the transaction of what they tell. Nothing is kept for a tenant without an endpoint.
import { randomUUID } from 'node:crypto'
import type { Tx } from '@guildhall/db/client'
import { z } from 'zod'
import { type Lived, statementOf } from './statement.ts'

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
export type Told = WithoutId<Lived>

export async function keepStatements(tx: Tx, tenantId: string, told: readonly Told[]): Promise<void> {
  if (told.length === 0) return
  const endpoint = await tx.xapiEndpoint.findFirst({
    where: { tenantId, disabledAt: null },
    select: { homePage: true },
  })
  if (!endpoint) return
  await tx.xapiStatement.createMany({
    data: told.map((one) => {
      const id = randomUUID()
      return { id, tenantId, body: json(statementOf({ ...one, id }, endpoint.homePage)) }
    }),
  })
}

const json = (value: unknown) => z.json().parse(value) ?? {}
