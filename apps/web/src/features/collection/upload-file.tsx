'use client'
// A CSV file, step by step: choose, map its columns, see twenty rows and the report, send it in parts with progress and a way out.
import type { Collection } from '@guildhall/verticals/kit/collection'
import { reportOf } from '@guildhall/verticals/kit/expectations'
import { useTranslations } from 'next-intl'
import Papa from 'papaparse'
import { useId, useMemo, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card, CardBody, CardHeader } from '../../ui/card.tsx'
import { Select } from '../../ui/field.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { guessMapping, guessType, type Mapping, targetsFor, toRecord } from './mapping.ts'
import { Preview } from './preview.tsx'
import { Report } from './report.tsx'
import { Sending } from './sending.tsx'

const sampledRows = 1000
const checkedBytes = 4_194_304

export type Sheet = { file: File; columns: string[]; rows: Record<string, string>[] }

type UploadProps = { collection: Collection; onClose: () => void; onDone: () => void }

export function UploadFile({ collection, onClose, onDone }: UploadProps) {
  const t = useTranslations('collections')
  const inputId = useId()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const [mapping, setMapping] = useState<Mapping>({})
  const [fault, setFault] = useState<string | null>(null)
  const [isSending, setSending] = useState(false)
  const choose = async (file: File | undefined) => {
    if (!file) return
    const isText = await isUtf8(file)
    const read = await readSheet(file)
    const isUsable = isText && read.columns.length > 0 && read.rows.length > 0
    setFault(isUsable ? null : t(isText ? 'noRows' : 'notUtf8'))
    setSheet(isUsable ? read : null)
    setMapping(guessMapping(collection, read.columns))
  }
  return (
    <Card className="mb-6">
      <CardHeader
        title={t('upload')}
        text={t('uploadText')}
        action={
          <Button variant="ghost" size="sm" onClick={onClose} disabled={isSending}>
            {t('closeUpload')}
          </Button>
        }
      />
      <CardBody className="flex flex-col gap-6">
        <div className="flex flex-col gap-1.5">
          <label htmlFor={inputId} className="font-medium text-[13px]">
            {t('file')}
          </label>
          <input
            id={inputId}
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            disabled={isSending}
            onChange={(event) => void choose(event.target.files?.[0])}
            className="rounded-lg border border-line bg-surface p-2 text-[13px] file:mr-3 file:rounded-md file:border-0 file:bg-raised file:px-3 file:py-1.5 file:font-medium file:text-ink"
          />
          {fault && (
            <p role="alert" className="text-bad text-xs">
              {fault}
            </p>
          )}
        </div>
        {sheet && !isSending && (
          <MapColumns collection={collection} sheet={sheet} mapping={mapping} onChange={setMapping} />
        )}
        {sheet && <Checked {...{ collection, sheet, mapping, isSending, setSending, onDone }} />}
      </CardBody>
    </Card>
  )
}

type CheckedProps = {
  collection: Collection
  sheet: Sheet
  mapping: Mapping
  isSending: boolean
  setSending: (is: boolean) => void
  onDone: () => void
}

function Checked({ collection, sheet, mapping, isSending, setSending, onDone }: CheckedProps) {
  const t = useTranslations('collections')
  const records = useMemo(
    () => sheet.rows.map((row) => toRecord(collection, mapping, row)),
    [collection, sheet, mapping],
  )
  const parsed = useMemo(() => records.map((record) => collection.schema.safeParse(record)), [collection, records])
  const good = parsed.flatMap((one) => (one.success ? [one.data] : []))
  const lacking = collection.fields.filter(
    (field) => field.required && !Object.values(mapping).some((target) => target.split('.')[0] === field.name),
  )
  return (
    <>
      {!isSending && (
        <>
          <section className="flex flex-col gap-2">
            <h3 className="font-semibold text-[13px]">{t('preview')}</h3>
            <Preview records={records.slice(0, 20)} parsed={parsed.slice(0, 20)} />
          </section>
          {good.length > 0 && (
            <section className="flex flex-col gap-2">
              <h3 className="font-semibold text-[13px]">{t('reportOfSample', { rows: good.length })}</h3>
              <Report value={reportOf(collection, good)} />
            </section>
          )}
          {lacking.length > 0 && (
            <p role="alert" className="text-bad text-[13px]">
              {t('lacking', { fields: lacking.map((field) => field.name).join(', ') })}
            </p>
          )}
        </>
      )}
      <Sending
        {...{ collection, mapping, onDone }}
        file={sheet.file}
        isReady={lacking.length === 0 && good.length > 0}
        onSending={setSending}
      />
    </>
  )
}

/** Looks at the first megabytes: a file in another encoding would be stored with its letters lost. */
async function isUtf8(file: File): Promise<boolean> {
  const head = await file.slice(0, checkedBytes).arrayBuffer()
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return true
  } catch {
    return false
  }
}

/** The head of the file; delimiter and byte order mark are found by the library. */
function readSheet(file: File): Promise<Sheet> {
  return new Promise((resolve) => {
    Papa.parse<Record<string, string>>(file, {
      header: true,
      preview: sampledRows,
      skipEmptyLines: 'greedy',
      complete: ({ data, meta }) => resolve({ file, columns: meta.fields ?? [], rows: data }),
      error: () => resolve({ file, columns: [], rows: [] }),
    })
  })
}

type MapProps = { collection: Collection; sheet: Sheet; mapping: Mapping; onChange: (mapping: Mapping) => void }

function MapColumns({ collection, sheet, mapping, onChange }: MapProps) {
  const t = useTranslations('collections')
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold text-[13px]">{t('columns')}</h3>
      <ScrollRegion label={t('columns')}>
        <table className="w-full min-w-[520px] text-left text-[13px]">
          <tbody className="divide-y divide-line">
            {sheet.columns.map((column) => {
              const cells = sheet.rows.map((row) => row[column] ?? '')
              return (
                <tr key={column}>
                  <td className="max-w-40 truncate py-2 pr-4 font-mono text-xs">{column}</td>
                  <td className="py-2 pr-4 text-soft text-xs">{t(`guess.${guessType(cells)}`)}</td>
                  <td className="max-w-48 truncate py-2 pr-4 text-soft text-xs">{cells.slice(0, 3).join(', ')}</td>
                  <td className="w-52 py-1.5">
                    <Select
                      aria-label={t('becomes', { column })}
                      className="h-8 text-[13px]"
                      value={mapping[column] ?? ''}
                      onChange={(event) => onChange({ ...mapping, [column]: event.target.value })}
                    >
                      <option value="">{t('leftOut')}</option>
                      {targetsFor(collection, column).map((target) => (
                        <option key={target} value={target}>
                          {target}
                        </option>
                      ))}
                    </Select>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}
