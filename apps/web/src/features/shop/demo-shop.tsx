'use client'
// A small shop with the widget in it, as a shop's own page would have it: what the visitor does is reported, and the next answer changes.
import type { ShopWindow } from '@guildhall/contracts/widget'
import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { createElement, type RefObject, useEffect, useRef, useState } from 'react'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Preferences } from '../shell/preferences.tsx'
import { priceOf } from './answer.tsx'

type DemoShopProps = { widgetKey: string; window: ShopWindow }
type WidgetElement = HTMLElement & {
  track: (type: string, itemId: string, value?: number) => Promise<unknown>
  refresh: () => Promise<void>
}

/** Guarantee: the widget's script has defined the element; until then nobody can press a button that calls it. */
const widgetOf = (element: HTMLElement | null) => element as WidgetElement | null

export function DemoShop({ widgetKey, window: shop }: DemoShopProps) {
  const t = useTranslations('shop')
  const locale = useLocale()
  const widget = useRef<HTMLElement>(null)
  const { isFailed, opened, lists } = useWidgetNews(widget)
  const [log, setLog] = useState<{ id: number; text: string }[]>([])
  const [isBusy, setBusy] = useState(false)
  const note = (text: string) => setLog((lines) => [{ id: lines.length, text }, ...lines])
  const titleOf = (id: string) => shop.items.find((one) => one.item_id === id)?.title[locale] ?? id
  const report = async (type: 'view' | 'purchase', item: { item_id: string; price: string | null }) => {
    const element = widgetOf(widget.current)
    if (!element) return
    setBusy(true)
    try {
      await element.track(type, item.item_id, type === 'purchase' && item.price ? Number(item.price) : undefined)
      note(t(type === 'purchase' ? 'demo.bought' : 'demo.viewed', { item: titleOf(item.item_id) }))
      await element.refresh()
    } catch {
      note(t('demo.refused'))
    }
    setBusy(false)
  }
  return (
    <div className="mx-auto max-w-5xl px-4 py-8">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <div>
          <p className="text-soft text-xs">{t('demo.label')}</p>
          <h1 className="font-semibold text-2xl tracking-tight">{shop.shop}</h1>
        </div>
        <Preferences />
      </header>
      <section aria-label={t('demo.recommended')} className="mt-6 rounded-xl border border-line bg-surface p-5">
        {createElement('guildhall-recommendations', {
          ref: widget,
          'widget-key': widgetKey,
          scenario: 'home',
          lang: locale,
          limit: 4,
          consent: '',
        })}
        {isFailed && <p className="text-soft">{t('demo.failed')}</p>}
        {opened && (
          <p className="mt-3 text-[13px]" aria-live="polite">
            {t('demo.opened', { item: titleOf(opened) })}
          </p>
        )}
      </section>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-[3fr_1fr]">
        <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3">
          {shop.items.map((item) => (
            <Product key={item.item_id} item={item} canBuy={shop.takesPurchases} isBusy={isBusy} onReport={report} />
          ))}
        </ul>
        <aside className="rounded-xl border border-line bg-surface p-4 text-[13px]">
          <h2 className="font-semibold">{t('demo.log')}</h2>
          <p className="mt-1 text-soft text-xs">{t('demo.lists', { count: lists })}</p>
          <ol className="mt-3 flex flex-col gap-2" aria-live="polite">
            {log.map((line) => (
              <li key={line.id}>{line.text}</li>
            ))}
          </ol>
          {log.length === 0 && <p className="mt-2 text-soft">{t('demo.nothing')}</p>}
        </aside>
      </div>
    </div>
  )
}

/** What the widget says of itself by its events. */
function useWidgetNews(widget: RefObject<HTMLElement | null>) {
  const [news, setNews] = useState({ isFailed: false, opened: null as string | null, lists: 0 })
  useEffect(() => {
    const element = widget.current
    if (!element) return
    const onShown = () => setNews((old) => ({ ...old, isFailed: false, lists: old.lists + 1 }))
    const onFailed = () => setNews((old) => ({ ...old, isFailed: true }))
    const onOpen = (event: Event) => {
      // The demo has no product pages.
      event.preventDefault()
      const detail: unknown = event instanceof CustomEvent ? event.detail : null
      const item: unknown = typeof detail === 'object' && detail !== null ? Reflect.get(detail, 'item_id') : null
      if (typeof item === 'string') setNews((old) => ({ ...old, opened: item }))
    }
    // It may have failed before this page was listening.
    if (element.hidden) onFailed()
    element.addEventListener('guildhall-shown', onShown)
    element.addEventListener('guildhall-failed', onFailed)
    element.addEventListener('guildhall-open', onOpen)
    return () => {
      element.removeEventListener('guildhall-shown', onShown)
      element.removeEventListener('guildhall-failed', onFailed)
      element.removeEventListener('guildhall-open', onOpen)
    }
  }, [widget])
  return news
}

type ProductProps = {
  item: ShopWindow['items'][number]
  canBuy: boolean
  isBusy: boolean
  onReport: (type: 'view' | 'purchase', item: ShopWindow['items'][number]) => void
}

function Product({ item, canBuy, isBusy, onReport }: ProductProps) {
  const t = useTranslations('shop')
  const locale = useLocale()
  const format = useFormatter()
  const title = item.title[locale]
  return (
    <li className="flex flex-col gap-2 rounded-xl border border-line bg-surface p-4">
      {item.category && <Badge className="self-start">{item.category}</Badge>}
      <p className="break-words font-medium">{title}</p>
      <p className="text-[13px] text-soft">{priceOf(format, item)}</p>
      <div className="mt-auto flex flex-wrap gap-2">
        <Button
          size="sm"
          variant="secondary"
          disabled={isBusy}
          onClick={() => onReport('view', item)}
          aria-label={t('demo.viewItem', { item: title })}
        >
          {t('demo.view')}
        </Button>
        {canBuy && (
          <Button
            size="sm"
            disabled={isBusy}
            onClick={() => onReport('purchase', item)}
            aria-label={t('demo.buyItem', { item: title })}
          >
            {t('demo.buy')}
          </Button>
        )}
      </div>
    </li>
  )
}
