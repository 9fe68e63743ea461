// Who gets which variant: a hash of the experiment and the shopper. Nothing is stored, and the same shopper always gets the same one.
import { createHash } from 'node:crypto'
import type { Variant } from '@guildhall/contracts/experiment'

/** The salt is the experiment's own id, so that who was B in one experiment is not B in the next. `shareB` is a fraction. */
export function assign({ salt, shopper, shareB }: { salt: string; shopper: string; shareB: number }): Variant {
  const digest = createHash('sha256').update(`${salt}\0${shopper}`).digest()
  return digest.readUIntBE(0, 6) / 2 ** 48 < shareB ? 'b' : 'a'
}
