// Widgets of the shop.
import { createWidget, disableWidget, listWidgets } from '@guildhall/domain/widget/create'
import { mutation, query, router } from '../door/trpc.ts'

export const widgetRouter = router({
  list: query(listWidgets),
  create: mutation(createWidget),
  disable: mutation(disableWidget),
})
