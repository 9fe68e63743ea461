'use client'
// One or several values with suggestions: Enter takes what is typed or the first suggestion that fits, Backspace on an empty box takes the last back.
import { X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, useState } from 'react'
import { TextInput } from '../../ui/field.tsx'

type Option = { value: string; label: string }
type ValuesInputProps = {
  id: string
  values: readonly string[]
  options: readonly Option[]
  labelOf?: (value: string) => string
  isSingle?: boolean
  /** Whether only a suggestion may be taken, as with records. */
  isClosed?: boolean
  onType?: (text: string) => void
  onChange: (values: string[]) => void
  'aria-invalid'?: true | undefined
  'aria-describedby'?: string | undefined
}

export function ValuesInput(props: ValuesInputProps) {
  const { id, values, options, labelOf = same, isSingle = false, isClosed = false, onType, onChange, ...aria } = props
  const t = useTranslations('editor.builder')
  const [text, setText] = useState('')
  const free = options.filter((one) => !values.includes(one.value))
  const type = (next: string) => {
    setText(next)
    onType?.(next)
  }
  const take = (value: string) => {
    if (!values.includes(value)) onChange(isSingle ? [value] : [...values, value])
    type('')
  }
  const pick = () => {
    const wanted = text.trim()
    if (wanted === '') return
    const exact = free.find((one) => one.value === wanted || one.label === wanted)
    const like = free.find((one) => `${one.label} ${one.value}`.toLowerCase().includes(wanted.toLowerCase()))
    const value = exact?.value ?? (isClosed ? like?.value : wanted)
    if (value !== undefined) take(value)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') {
      event.preventDefault()
      pick()
    } else if (event.key === 'Backspace' && text === '' && values.length > 0) onChange(values.slice(0, -1))
  }
  return (
    <div className="flex flex-col gap-1.5">
      {values.length > 0 && (
        <ul className="flex flex-wrap gap-1.5">
          {values.map((value) => (
            <li
              key={value}
              className="inline-flex max-w-full items-center rounded-md border border-line bg-raised text-[13px]"
            >
              <span className="min-w-0 break-words py-0.5 pl-2">{labelOf(value)}</span>
              <button
                type="button"
                aria-label={t('take', { value: labelOf(value) })}
                className="rounded-md p-1.5 text-soft hover:text-ink"
                onClick={() => onChange(values.filter((one) => one !== value))}
              >
                <X className="size-3.5" aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <TextInput
        id={id}
        {...aria}
        list={`${id}-options`}
        autoComplete="off"
        value={text}
        placeholder={t(isSingle && values.length > 0 ? 'another' : 'choose')}
        onKeyDown={onKeyDown}
        onBlur={pick}
        onChange={(event) => {
          const next = event.target.value
          // A suggestion that was clicked arrives as a whole.
          const native = event.nativeEvent
          const isClicked = !(native instanceof InputEvent) || native.inputType === 'insertReplacementText'
          const exact = free.find((one) => one.value === next)
          if (exact && isClicked) take(exact.value)
          else type(next)
        }}
      />
      <datalist id={`${id}-options`}>
        {free.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </datalist>
    </div>
  )
}

const same = (value: string) => value
