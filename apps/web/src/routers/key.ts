// API keys.
import { createKey } from '@guildhall/domain/key/create'
import { disableKey } from '@guildhall/domain/key/disable'
import { listKeys } from '@guildhall/domain/key/list'
import { rotateKey } from '@guildhall/domain/key/rotate'
import { mutation, query, router } from '../door/trpc.ts'

export const keyRouter = router({
  list: query(listKeys),
  create: mutation(createKey),
  rotate: mutation(rotateKey),
  disable: mutation(disableKey),
})
