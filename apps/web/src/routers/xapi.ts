// xAPI out: where statements go, and the log of deliveries.
import { listXapiDeliveries } from '@guildhall/domain/xapi/deliveries'
import { getXapi, removeXapi, setXapi } from '@guildhall/domain/xapi/endpoint'
import { mutation, query, router } from '../door/trpc.ts'

export const xapiRouter = router({
  get: query(getXapi),
  set: mutation(setXapi),
  remove: mutation(removeXapi),
  deliveries: query(listXapiDeliveries),
})
