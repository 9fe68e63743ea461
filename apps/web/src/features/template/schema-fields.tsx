'use client'
// A form drawn from the JSON Schema of any pack's content. What it cannot draw stays JSON, in a box of its own beside the rest.
import { useTranslations } from 'next-intl'
import { memo, useCallback, useRef } from 'react'
import { Checkbox, Field, Select, TextInput } from '../../ui/field.tsx'
import { emptyOf, type Node, nodeOf, type Schema } from './content-schema.ts'
import { JsonBox } from './json-box.tsx'
import { LocalizedInput, LongText } from './localized-input.tsx'
import { NumberInput } from './number-input.tsx'
import { SchemaRows } from './schema-rows.tsx'
import { useWords } from './words.tsx'

type Change = (value: unknown) => void
type Tree = Record<string, unknown>
const treeOf = (value: unknown): Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}

type GroupProps = { node: Extract<Node, { kind: 'group' }>; value: unknown; onChange: Change }

/** The properties of an object, each under its own label. */
export function SchemaGroup({ node, value, onChange }: GroupProps) {
  const tree = treeOf(value)
  // The newest value, so that a field drawn before the last change does not write over it.
  const now = useRef(tree)
  now.current = tree
  const setPart = useCallback(
    (name: string, part: unknown) => {
      const next = { ...now.current }
      if (part === undefined) delete next[name]
      else next[name] = part
      onChange(next)
    },
    [onChange],
  )
  return (
    <div className="grid gap-x-4 gap-y-4 sm:grid-cols-2">
      {node.properties.map(([name, schema, isRequired]) => (
        <Part key={name} name={name} schema={schema} isRequired={isRequired} value={tree[name]} onPart={setPart} />
      ))}
    </div>
  )
}

type PartProps = {
  name: string
  schema: Schema
  isRequired: boolean
  value: unknown
  onPart: (name: string, value: unknown) => void
}

/** Memoised: of a hundred fields only the one that is typed in is drawn again. */
const Part = memo(function Part({ name, schema, isRequired, value, onPart }: PartProps) {
  const node = nodeOf(schema)
  const words = useWords()
  const change = useCallback((next: unknown) => onPart(name, next), [name, onPart])
  const isWide = !['boolean', 'choice', 'number'].includes(innermost(node).kind)
  return (
    <div className={isWide ? 'sm:col-span-2' : undefined}>
      <SchemaField
        label={`${words.label(name, schema)}${isRequired ? ' *' : ''}`}
        schema={schema}
        node={node}
        value={value === undefined ? schema.default : value}
        onChange={change}
      />
    </div>
  )
})

const innermost = (node: Node): Node => (node.kind === 'optional' ? innermost(nodeOf(node.inner)) : node)

/** `isBare`: a group without its own frame, because a row has one. */
type FieldProps = { label: string; schema: Schema; node: Node; value: unknown; isBare?: boolean; onChange: Change }

function SchemaField({ label, schema, node, value, isBare = false, onChange }: FieldProps) {
  const hint = useWords().hint(schema)
  switch (node.kind) {
    case 'boolean':
      return (
        <div className="pt-2">
          <Checkbox label={label} checked={value === true} onChange={(event) => onChange(event.target.checked)} />
          {hint && <p className="mt-1 text-soft text-xs">{hint}</p>}
        </div>
      )
    case 'choice':
      return <Choice {...{ label, hint, value, onChange }} options={node.options} isOptional={false} />
    case 'number':
      return (
        <Field label={label} hint={hint}>
          {(control) => <NumberInput {...control} value={typeof value === 'number' ? value : 0} onChange={onChange} />}
        </Field>
      )
    case 'text':
      return (
        <Field label={label} hint={hint}>
          {(control) =>
            node.isLong ? (
              <LongText {...control} value={typeof value === 'string' ? value : ''} onText={onChange} />
            ) : (
              <TextInput
                {...control}
                value={typeof value === 'string' ? value : ''}
                onChange={(event) => onChange(event.target.value)}
              />
            )
          }
        </Field>
      )
    case 'localized':
      return <LocalizedInput {...{ label, hint, value, onChange }} isLong={node.isLong} />
    case 'choices':
      return <Choices {...{ label, hint, value, onChange }} options={node.options} />
    case 'optional':
      return <Optional {...{ label, schema, node, value, onChange }} />
    case 'group':
      return isBare ? (
        <SchemaGroup node={node} value={value} onChange={onChange} />
      ) : (
        <fieldset className="rounded-lg border border-line p-4">
          <legend className="px-1 font-medium text-[13px]">{label}</legend>
          {hint && <p className="mb-3 text-soft text-xs">{hint}</p>}
          <SchemaGroup node={node} value={value} onChange={onChange} />
        </fieldset>
      )
    case 'rows':
      return <SchemaRows {...{ label, hint, node, value, onChange }} Body={SchemaField} />
    case 'json':
      return <JsonBox {...{ label, hint, value, onChange }} />
  }
}

type Plain = { label: string; hint: string | undefined; value: unknown; onChange: Change }

function Choice({
  label,
  hint,
  value,
  onChange,
  options,
  isOptional,
}: Plain & { options: string[]; isOptional: boolean }) {
  const t = useTranslations('editor')
  const words = useWords()
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Select
          {...control}
          value={typeof value === 'string' ? value : ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
        >
          {isOptional && <option value="">{t('none')}</option>}
          {options.map((option) => (
            <option key={option} value={option}>
              {words.option(option)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function Choices({ label, hint, value, onChange, options }: Plain & { options: string[] }) {
  const words = useWords()
  const chosen = new Set(Array.isArray(value) ? value : [])
  const toggle = (option: string, isOn: boolean) =>
    onChange(options.filter((one) => (one === option ? isOn : chosen.has(one))))
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-[13px]">{label}</legend>
      {hint && <p className="mb-2 text-soft text-xs">{hint}</p>}
      <div className="flex flex-wrap gap-x-5 gap-y-2">
        {options.map((option) => (
          <Checkbox
            key={option}
            label={words.option(option)}
            checked={chosen.has(option)}
            onChange={(event) => toggle(option, event.target.checked)}
          />
        ))}
      </div>
    </fieldset>
  )
}

type OptionalProps = Omit<FieldProps, 'node'> & { node: Extract<Node, { kind: 'optional' }> }

/** Something that may be left out: a choice gets an empty option, anything else a switch. */
function Optional({ label, schema, node, value, onChange }: OptionalProps) {
  const t = useTranslations('editor')
  const inner = nodeOf(node.inner)
  const words = useWords()
  const description = schema.description ?? node.inner.description
  const hint = description === undefined ? undefined : words.hint({ description })
  if (inner.kind === 'choice')
    return <Choice {...{ label, hint, value, onChange }} options={inner.options} isOptional />
  const isSet = value !== null && value !== undefined
  return (
    <div className="flex flex-col gap-2">
      <Checkbox
        label={t('optional', { name: label })}
        checked={isSet}
        onChange={(event) => onChange(event.target.checked ? emptyOf(node.inner) : null)}
      />
      {isSet && (
        <SchemaField
          label={label}
          schema={description === undefined ? node.inner : { ...node.inner, description }}
          node={inner}
          value={value}
          onChange={onChange}
        />
      )}
    </div>
  )
}
