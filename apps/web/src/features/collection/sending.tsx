'use client'
// Sends the file in parts of 500 rows, one after the other: progress, a way to stop, and at the end what was kept and what was not.
import type { IngestObject, LineError } from '@guildhall/contracts/collection'
import type { Collection } from '@guildhall/verticals/kit/collection'
import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import Papa from 'papaparse'
import { useRef, useState } from 'react'
import { useTRPC } from '../../trpc/client.tsx'
import { Button } from '../../ui/button.tsx'
import { ProblemNote } from '../../ui/feedback.tsx'
import { Progress } from '../../ui/progress.tsx'
import { LineErrors } from './line-errors.tsx'
import { type Mapping, toRecord } from './mapping.ts'

const partRows = 500
const shownErrors = 20

type Totals = Pick<IngestObject, 'inserted' | 'updated' | 'unchanged' | 'refused'>
type State = { phase: 'idle' | 'sending' | 'done' | 'stopped'; progress: number; totals: Totals; errors: LineError[] }
const nothing: Totals = { inserted: 0, updated: 0, unchanged: 0, refused: 0 }
const idle: State = { phase: 'idle', progress: 0, totals: nothing, errors: [] }

type SendingProps = {
  collection: Collection
  mapping: Mapping
  file: File
  isReady: boolean
  onSending: (is: boolean) => void
  onDone: () => void
}

export function Sending({ collection, mapping, file, isReady, onSending, onDone }: SendingProps) {
  const t = useTranslations('collections')
  const trpc = useTRPC()
  const upload = useMutation(trpc.collection.upload.mutationOptions())
  const parser = useRef<Papa.Parser | null>(null)
  const [state, setState] = useState<State>(idle)
  const end = (phase: 'done' | 'stopped') => {
    setState((before) => ({ ...before, phase, progress: phase === 'done' ? 1 : before.progress }))
    onSending(false)
    onDone()
  }
  const send = () => {
    onSending(true)
    setState({ ...idle, phase: 'sending' })
    let line = 2
    Papa.parse<Record<string, string>>(file, {
      header: true,
      skipEmptyLines: 'greedy',
      chunkSize: 262_144,
      chunk: async ({ data, meta }, own) => {
        parser.current = own
        own.pause()
        try {
          for (let at = 0; at < data.length; at += partRows) {
            const part = data.slice(at, at + partRows)
            const first = line
            const records = part.map((row, index) => ({
              line: first + index,
              record: toRecord(collection, mapping, row),
            }))
            line += part.length
            const answer = await upload.mutateAsync({ name: collection.name, records })
            const cursor = meta.cursor ?? 0
            setState((before) => added(before, answer, cursor / Math.max(file.size, 1)))
          }
          own.resume()
        } catch {
          own.abort()
        }
      },
      complete: ({ meta }) => end(meta.aborted ? 'stopped' : 'done'),
      error: () => end('stopped'),
    })
  }
  if (state.phase === 'idle')
    return (
      <div>
        <Button disabled={!isReady} onClick={send}>
          {t('send')}
        </Button>
      </div>
    )
  return (
    <div className="flex flex-col gap-4" role="status">
      <Progress value={state.progress} label={t('sending')} />
      <p className="text-[13px]">
        {t(state.phase === 'sending' ? 'sendingText' : state.phase === 'done' ? 'sent' : 'stopped')}{' '}
        {t('totals', state.totals)}
      </p>
      {upload.isError && <ProblemNote error={upload.error} />}
      {state.errors.length > 0 && <LineErrors errors={state.errors} />}
      {state.phase === 'sending' && (
        <div>
          <Button variant="secondary" onClick={() => parser.current?.abort()}>
            {t('stop')}
          </Button>
        </div>
      )}
    </div>
  )
}

function added(before: State, answer: IngestObject, progress: number): State {
  return {
    ...before,
    progress: Math.min(progress, 0.99),
    totals: {
      inserted: before.totals.inserted + answer.inserted,
      updated: before.totals.updated + answer.updated,
      unchanged: before.totals.unchanged + answer.unchanged,
      refused: before.totals.refused + answer.refused,
    },
    errors: [...before.errors, ...answer.errors].slice(0, shownErrors),
  }
}
