'use client'
// A number that may be half typed: what is typed stays, and only what is a number is told. Fractions are shown as percent.
import { type ComponentProps, useState } from 'react'
import { TextInput } from '../../ui/field.tsx'

type NumberInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange'> & {
  value: number
  isPercent?: boolean
  onChange: (value: number) => void
}

const precision = 12

export function NumberInput({ value, isPercent = false, onChange, ...rest }: NumberInputProps) {
  const shown = String(Number((isPercent ? value * 100 : value).toPrecision(precision)))
  const [typed, setTyped] = useState<string | null>(null)
  const isBad = typed !== null && (typed.trim() === '' || !Number.isFinite(Number(typed)))
  return (
    <TextInput
      {...rest}
      inputMode="decimal"
      value={typed ?? shown}
      aria-invalid={isBad || undefined}
      onBlur={() => setTyped(null)}
      onChange={(event) => {
        const text = event.target.value
        setTyped(text)
        const number = Number(text)
        if (text.trim() === '' || !Number.isFinite(number)) return
        onChange(isPercent ? Number((number / 100).toPrecision(precision)) : number)
      }}
    />
  )
}
