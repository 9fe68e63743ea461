'use client'
// A log in a card: loading, empty, wrong, or a table of what happened, newest first.
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote, Skeleton } from '../../ui/feedback.tsx'

type Page<T> = { data: T[] }
type Props<T> = {
  title: string
  text: string
  empty: string
  columns: readonly string[]
  found: UseQueryResult<Page<T>, unknown>
  cells: (row: T) => readonly ReactNode[]
}

export function LogCard<T extends { id: string }>({ title, text, empty, columns, found, cells }: Props<T>) {
  return (
    <Card>
      <CardHeader title={title} text={text} />
      <CardBody className="overflow-x-auto">
        {found.isError && <ProblemNote error={found.error} onRetry={() => found.refetch()} />}
        {found.isPending && <Skeleton className="h-24" />}
        {found.data?.data.length === 0 && <p className="text-[13px] text-soft">{empty}</p>}
        {found.data && found.data.data.length > 0 && (
          <table className="w-full text-left text-[13px]">
            <thead className="text-soft text-xs">
              <tr>
                {columns.map((column) => (
                  <th key={column} className="pr-4 pb-2 font-medium">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.data.data.map((row) => (
                <tr key={row.id} className="border-line border-t align-top">
                  {cells(row).map((cell, at) => (
                    <td key={columns[at]} className="py-2 pr-4">
                      {cell}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </CardBody>
    </Card>
  )
}
