// The demo shop behind a widget: what it sells, for a page that anybody may open. Only where the widget allows pages of this very server.
import type { ShopWindow } from '@guildhall/contracts/widget'
import { withTenant } from '@guildhall/db/scope'
import { openWidget } from '../widget/open.ts'

const shownItems = 24

type Row = {
  id: string
  en: string
  zh: string
  price: string | null
  currency: string | null
  image: string | null
  category: string | null
}

/** Throws not_found and forbidden as openWidget() does. */
export async function readShopWindow(key: string, origin: string): Promise<ShopWindow> {
  const { tenantId, takesPurchases } = await openWidget(key, origin)
  return withTenant(tenantId, async (tx) => {
    const tenant = await tx.tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { name: true } })
    const rows = await tx.$queryRaw<Row[]>`
      SELECT key AS id, coalesce(body #>> '{title,en}', body #>> '{title,zh-CN}', body #>> '{title,zh}', body ->> 'title') AS en,
        coalesce(body #>> '{title,zh-CN}', body #>> '{title,zh}', body #>> '{title,en}', body ->> 'title') AS zh,
        body ->> 'price' AS price, body ->> 'currency' AS currency, body ->> 'image_url' AS image, body #>> '{category_path,0}' AS category
      FROM record WHERE tenant_id = ${tenantId} AND collection = 'items' AND coalesce((body ->> 'in_stock')::boolean, true)
      ORDER BY key LIMIT ${shownItems}`
    return {
      shop: tenant.name,
      takesPurchases,
      items: rows.map(({ id, en, zh, price, currency, image, category }) => ({
        item_id: id,
        title: { en, 'zh-CN': zh },
        price,
        currency,
        image_url: image,
        category,
      })),
    }
  })
}
