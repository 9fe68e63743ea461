'use client'
// A CSV or NDJSON file -> a batch: read in the browser, sent in parts, with progress and a way to stop.
import { batchLimits } from '@guildhall/contracts/batch'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Papa from 'papaparse'
import { useRef, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Field, Select } from '../../ui/field.tsx'
import { Progress } from '../../ui/progress.tsx'
import { useDirectory } from '../pack/directory.tsx'

type Row = { line: number; input: Record<string, unknown> }
type Read = { rows: Row[]; unreadable: number }

export function UploadBatch() {
  const t = useTranslations('batches')
  const trpc = useTRPC()
  const cache = useQueryClient()
  const { taskOf } = useDirectory()
  const templates = useQuery(trpc.template.list.queryOptions({ limit: 100 }))
  // The oldest first: what a tenant began with.
  const usable = templates.data?.data.filter((one) => taskOf(one)?.takesFlatRows).toReversed() ?? []
  const create = useMutation(trpc.batch.create.mutationOptions())
  const extend = useMutation(trpc.batch.extend.mutationOptions())
  const isStopped = useRef(false)
  const [slug, setSlug] = useState('')
  const [progress, setProgress] = useState<number | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const template = slug || usable[0]?.slug

  const send = async (file: File) => {
    if (!template) return
    setFault(null)
    create.reset()
    extend.reset()
    isStopped.current = false
    const read = await readRows(file)
    if (read.rows.length === 0) return setFault(t('nothingToRead'))
    if (read.rows.length > batchLimits.maxRows) return setFault(t('tooMany', { most: batchLimits.maxRows }))
    if (read.unreadable > 0) return setFault(t('unreadable', { count: read.unreadable }))
    setProgress(0)
    try {
      let id: string | null = null
      for (let at = 0; at < read.rows.length && !isStopped.current; at += batchLimits.maxUploadRows) {
        const rows = read.rows.slice(at, at + batchLimits.maxUploadRows)
        const batch: { id: string } = id
          ? await extend.mutateAsync({ id, rows })
          : await create.mutateAsync({ template, rows })
        id = batch.id
        setProgress(Math.min(1, (at + rows.length) / read.rows.length))
        void cache.invalidateQueries({ queryKey: trpc.batch.pathKey() })
      }
    } catch {
      // The mutation shows its own problem.
    } finally {
      setProgress(null)
    }
  }
  const error = create.error ?? extend.error
  return (
    <Card className="mb-6">
      <CardHeader title={t('upload')} text={t('uploadText')} />
      <CardBody className="flex flex-col gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('template')}>
            {(control) => (
              <Select {...control} value={template ?? ''} onChange={(event) => setSlug(event.target.value)}>
                {usable.map((one) => (
                  <option key={one.id}>{one.slug}</option>
                ))}
              </Select>
            )}
          </Field>
          <Field label={t('file')} hint={t('fileHint', { most: batchLimits.maxRows })}>
            {(control) => (
              <div className="relative flex h-10 items-center gap-3 rounded-lg border border-line bg-surface px-3 text-[13px] focus-within:ring-2 focus-within:ring-accent">
                <Upload className="size-4 text-soft" aria-hidden />
                {t('choose')}
                <input
                  {...control}
                  type="file"
                  accept=".csv,.ndjson,.jsonl,text/csv,application/x-ndjson"
                  disabled={progress !== null || !template}
                  className="absolute inset-0 cursor-pointer opacity-0"
                  onChange={(event) => {
                    const [file] = event.target.files ?? []
                    event.target.value = ''
                    if (file) void send(file)
                  }}
                />
              </div>
            )}
          </Field>
        </div>
        {progress !== null && (
          <div className="flex items-center gap-4" role="status">
            <Upload className="size-4 text-soft" aria-hidden />
            <div className="flex-1">
              <Progress value={progress} label={t('sending')} />
            </div>
            <Button
              size="sm"
              variant="secondary"
              onClick={() => {
                isStopped.current = true
              }}
            >
              {t('stop')}
            </Button>
          </div>
        )}
        {fault && (
          <p role="alert" className="rounded-lg bg-bad-wash px-4 py-3 text-[13px]">
            {fault}
          </p>
        )}
        {error && <ProblemNote error={error} />}
      </CardBody>
    </Card>
  )
}

async function readRows(file: File): Promise<Read> {
  const text = await file.text()
  if (!/\.(ndjson|jsonl)$/i.test(file.name)) {
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: 'greedy' })
    return { rows: data.map((input, at) => ({ line: at + 1, input })), unreadable: 0 }
  }
  const rows: Row[] = []
  let unreadable = 0
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      const input: unknown = JSON.parse(line)
      rows.push({ line: at + 1, input: { ...Object(input) } })
    } catch {
      unreadable++
    }
  }
  return { rows, unreadable }
}
