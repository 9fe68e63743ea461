// The two guards of every change to a member: owners are changed by owners only, and one owner always stays.
import type { Actor } from '@guildhall/contracts/actor'
import { AppError } from '@guildhall/contracts/errors'
import type { Tx } from '@guildhall/db/client'

type MemberRow = { id: string; tenantId: string; userId: string; role: string }

export async function findMember(
  tx: Tx,
  actor: Actor,
  options: { id: string; touchesOwner: boolean },
): Promise<MemberRow> {
  // Locked, so that two owners who leave at once cannot both be "not the last".
  await tx.$executeRaw`SELECT id FROM tenant WHERE id = ${actor.tenantId} FOR UPDATE`
  const row = await tx.membership.findFirst({ where: { id: options.id, tenantId: actor.tenantId } })
  if (!row) throw new AppError('not_found', { public: `No member ${options.id} here` })
  if ((options.touchesOwner || row.role === 'owner') && actor.member?.role !== 'owner')
    throw new AppError('forbidden', { public: 'Only an owner can make, change or remove an owner' })
  return row
}

export async function refuseLastOwner(tx: Tx, row: MemberRow): Promise<void> {
  if (row.role !== 'owner') return
  const owners = await tx.membership.count({ where: { tenantId: row.tenantId, role: 'owner' } })
  if (owners <= 1)
    throw new AppError('conflict', { public: 'This is the last owner. Make somebody else an owner first' })
}
