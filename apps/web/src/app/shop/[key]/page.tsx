// The demo shop of a widget: a page as a shop would have it, open to whoever has the publishable key. It exists only where the widget allows
// pages of this server.
import { AppError } from '@guildhall/contracts/errors'
import { readShopWindow } from '@guildhall/domain/shop/window'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { opened } from '../../../door/domain.ts'
import { DemoShop } from '../../../features/shop/demo-shop.tsx'

export const metadata = { title: 'Demo shop' }

export default async function DemoShopPage({ params }: { params: Promise<{ key: string }> }) {
  const { publicUrl } = await opened()
  const { key } = await params
  const window = await readShopWindow(key, new URL(publicUrl).origin).catch((error: unknown) => {
    if (error instanceof AppError && error.code !== 'bug') return null
    throw error
  })
  if (!window) notFound()
  return (
    <>
      <script src="/widget.js" defer nonce={(await headers()).get('x-nonce') ?? undefined} />
      <DemoShop widgetKey={key} window={window} />
    </>
  )
}
