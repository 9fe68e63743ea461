// The merchandiser's page.
import { ShopPage } from '../../../../features/shop/shop-page.tsx'

export default function MerchandiserPage() {
  return <ShopPage />
}
