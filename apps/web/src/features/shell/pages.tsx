'use client'
// The pages of a tenant, in groups: what everybody uses, the desk of each vertical, what is configured, and the tenant itself.
import {
  Boxes,
  ChartColumn,
  Database,
  FileSliders,
  Files,
  FlaskConical,
  GraduationCap,
  Inbox,
  KeyRound,
  ListChecks,
  PencilLine,
  Rocket,
  Settings2,
  ShoppingBag,
  Users,
} from 'lucide-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { cn } from '../../ui/cn.ts'
import { useTenant } from './tenant.tsx'

const groups = [
  {
    name: null,
    pages: [
      { path: 'start', icon: Rocket },
      { path: 'playground', icon: FlaskConical },
      { path: 'runs', icon: ListChecks },
      { path: 'batches', icon: Files },
    ],
  },
  {
    name: 'finance',
    pages: [
      { path: 'worklist', icon: Inbox },
      { path: 'portfolio', icon: ChartColumn },
    ],
  },
  { name: 'retail', pages: [{ path: 'shop', icon: ShoppingBag }] },
  {
    name: 'education',
    pages: [
      { path: 'class', icon: GraduationCap },
      { path: 'practice', icon: PencilLine },
    ],
  },
  {
    name: 'configure',
    pages: [
      { path: 'templates', icon: FileSliders },
      { path: 'collections', icon: Database },
      { path: 'models', icon: Boxes },
    ],
  },
  {
    name: 'tenant',
    pages: [
      { path: 'keys', icon: KeyRound },
      { path: 'members', icon: Users },
      { path: 'settings', icon: Settings2 },
    ],
  },
] as const

export function Pages({ onNavigate }: { onNavigate: () => void }) {
  const { tenant } = useTenant()
  const t = useTranslations('nav')
  const here = usePathname()
  return groups.map(({ name, pages }) => (
    <ul key={name} aria-label={name === null ? undefined : t(`group.${name}`)} className="flex flex-col gap-0.5">
      {name !== null && (
        <li aria-hidden className="px-3 pt-4 pb-1 font-semibold text-[11px] text-soft uppercase tracking-wide">
          {t(`group.${name}`)}
        </li>
      )}
      {pages.map(({ path, icon: Icon }) => {
        const href = `/t/${tenant.slug}/${path}`
        const isHere = here === href || here.startsWith(`${href}/`)
        return (
          <li key={path}>
            <Link
              href={href}
              onClick={onNavigate}
              aria-current={isHere ? 'page' : undefined}
              className={cn(
                'flex h-8 items-center gap-3 rounded-lg px-3 font-medium text-[13px] text-soft hover:bg-raised hover:text-ink',
                isHere && 'bg-accent-wash text-accent hover:bg-accent-wash hover:text-accent',
              )}
            >
              <Icon className="size-4" aria-hidden />
              {t(path)}
            </Link>
          </li>
        )
      })}
    </ul>
  ))
}
