// The merchandiser's page: a shopper's history, who was there lately, and how varied what was served is.
import { getShopHistory, listRecentShoppers } from '@guildhall/domain/shop/history'
import { getServed } from '@guildhall/domain/shop/served'
import { getItemTitles } from '@guildhall/domain/shop/titles'
import { query, router } from '../door/trpc.ts'

export const shopRouter = router({
  history: query(getShopHistory),
  shoppers: query(listRecentShoppers),
  served: query(getServed),
  titles: query(getItemTitles),
})
