'use client'
// What the tenant's own records say to the rules on the page: values to choose from, titles, and how many records each rule is about.
import type { RuleBuilder } from '@guildhall/verticals/kit/rule-builder'
import { ownAt } from '@guildhall/verticals/kit/rule-place'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTRPC, useTRPCClient } from '../../trpc/client.tsx'
import type { RuleRow } from './rule-rows.ts'

const quietMs = 350
const freshMs = 30_000

export function useRuleValues(id: string) {
  const trpc = useTRPC()
  return useQuery(trpc.template.ruleValues.queryOptions({ id }, { staleTime: freshMs }))
}

type Counted = { count: number; records: number; isTruncated: boolean }

/** Null while it is not known, and for rules that are about no record. */
export function useRuleCounts(id: string, rows: readonly RuleRow[]): (row: RuleRow) => Counted | null {
  const client = useTRPCClient()
  const asked = rows.filter((row) => row.kind.effect !== null)
  const keys = useQuiet(asked.map(keyOf))
  const { data } = useQuery({
    queryKey: ['rule-matches', id, keys],
    queryFn: async () => {
      const rules = keys.map((key): { kind: string; rule: never } => JSON.parse(key))
      const { counts, records, is_truncated } = await client.template.ruleMatches.mutate({ id, rules })
      return { records, isTruncated: is_truncated, byKey: new Map(keys.map((key, at) => [key, counts[at] ?? 0])) }
    },
    enabled: keys.length > 0,
    staleTime: freshMs,
    placeholderData: keepPreviousData,
    structuralSharing: false,
  })
  return (row) => {
    const count = data?.byKey.get(keyOf(row))
    return data && count !== undefined ? { count, records: data.records, isTruncated: data.isTruncated } : null
  }
}

const keyOf = ({ kind, rule }: RuleRow) => JSON.stringify({ kind: kind.slug, rule })

/** Titles of records by key; the key itself where there is none. */
export function useRecordTitles(id: string, keys: readonly string[]): (key: string) => { en: string; 'zh-CN': string } {
  const trpc = useTRPC()
  const wanted = [...new Set(keys)]
    .filter((key) => key !== '')
    .sort()
    .slice(0, 300)
  const found = useQuery(
    trpc.template.ruleRecords.queryOptions(
      { id, keys: wanted },
      { enabled: wanted.length > 0, staleTime: freshMs, placeholderData: keepPreviousData },
    ),
  )
  return (key) => found.data?.data.find((one) => one.key === key)?.title ?? { en: key, 'zh-CN': key }
}

export function useRecordSearch(id: string, text: string) {
  const trpc = useTRPC()
  const quiet = useQuiet(text)
  return useQuery(
    trpc.template.ruleRecords.queryOptions(
      { id, text: quiet.slice(0, 100) },
      { staleTime: freshMs, placeholderData: keepPreviousData },
    ),
  ).data?.data
}

/** The value once it has stayed the same for a while; compared as JSON. */
function useQuiet<T>(value: T): T {
  const text = JSON.stringify(value)
  const [quiet, setQuiet] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setQuiet(JSON.parse(text)), quietMs)
    return () => clearTimeout(timer)
  }, [text])
  return quiet
}

/** Keys of records that rules name, for their titles. */
export function keysNamed(builder: RuleBuilder, rows: readonly RuleRow[]): string[] {
  return rows.flatMap(({ kind, rule }) =>
    kind.slots.flatMap((slot) => {
      if (slot.input === 'record') return textsIn(rule, slot.at)
      if (slot.input !== 'condition') return []
      const isRecord = builder.fields.some(
        (one) => one.kind === 'record' && one.slug === textsIn(rule, `${slot.at}.field`)[0],
      )
      return isRecord ? textsIn(rule, `${slot.at}.value`) : []
    }),
  )
}

function textsIn(rule: unknown, at: string): string[] {
  const value = at === '' ? rule : ownAt(rule, at)
  return (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string')
}
