'use client'
// Cut-offs of the bands, the scale, loss given default, the reference of the reasons, and stress tests.
import type { RiskNoteContent } from '@guildhall/verticals/packs/finance/content'
import { useTranslations } from 'next-intl'
import { Field, Select } from '../../ui/field.tsx'
import { NumberInput } from './number-input.tsx'

type CutoffsProps = { content: RiskNoteContent; onChange: (change: Partial<RiskNoteContent>) => void }

// Most scores lie between; a number beyond may still be typed.
const slider = { min: 300, max: 850 }

export function Cutoffs({ content, onChange }: CutoffsProps) {
  const t = useTranslations('templates')
  const { bands, scale, stress } = content
  const setBand = (at: number, from_points: number) =>
    onChange({ bands: bands.map((one, index) => (index === at ? { ...one, from_points } : one)) })
  const scaleOf = (name: keyof RiskNoteContent['scale']) => (
    <Field key={name} label={t(`scale.${name}`)}>
      {(control) => (
        <NumberInput
          {...control}
          value={scale[name]}
          onChange={(value) => onChange({ scale: { ...scale, [name]: value } })}
        />
      )}
    </Field>
  )
  return (
    <div className="flex flex-col gap-6">
      <fieldset>
        <legend className="mb-2 font-semibold text-[13px]">{t('bands')}</legend>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-5">
          {bands.map((band, at) =>
            at === bands.length - 1 ? (
              <p key={band.band} className="self-end pb-2.5 text-[13px] text-soft">
                {t('lastBand', { band: band.band })}
              </p>
            ) : (
              <Field key={band.band} label={t('bandFrom', { band: band.band })}>
                {(control) => (
                  <>
                    <NumberInput {...control} value={band.from_points} onChange={(points) => setBand(at, points)} />
                    <input
                      type="range"
                      aria-label={t('bandFrom', { band: band.band })}
                      min={slider.min}
                      max={slider.max}
                      value={band.from_points}
                      onChange={(event) => setBand(at, Number(event.target.value))}
                      className="w-full accent-[var(--accent)]"
                    />
                  </>
                )}
              </Field>
            ),
          )}
        </div>
      </fieldset>
      <fieldset>
        <legend className="mb-2 font-semibold text-[13px]">{t('scaleTitle')}</legend>
        <div className="grid gap-3 sm:grid-cols-3">{(['pdo', 'base_points', 'base_odds'] as const).map(scaleOf)}</div>
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-3">
        <Field label={t('lgd')} hint={t('lgdHint')}>
          {(control) => (
            <NumberInput {...control} isPercent value={content.lgd} onChange={(lgd) => onChange({ lgd })} />
          )}
        </Field>
        <Field label={t('reference')} hint={t('referenceHint')} className="sm:col-span-2">
          {(control) => (
            <Select
              {...control}
              value={content.reference}
              onChange={(event) => onChange({ reference: event.target.value === 'best' ? 'best' : 'population' })}
            >
              <option value="population">{t('population')}</option>
              <option value="best">{t('best')}</option>
            </Select>
          )}
        </Field>
      </div>
      <fieldset>
        <legend className="mb-2 font-semibold text-[13px]">{t('stress')}</legend>
        <div className="flex flex-col gap-3">
          {stress.map((test, at) => (
            <div key={test.id} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-4">
              <code className="self-center font-mono text-soft text-xs">{test.id}</code>
              {(['income_change', 'rate_change', 'value_change'] as const).map((name) => (
                <Field key={name} label={`${t(name)} (%)`}>
                  {(control) => (
                    <NumberInput
                      {...control}
                      isPercent
                      value={test[name]}
                      onChange={(value) =>
                        onChange({
                          stress: stress.map((one, index) => (index === at ? { ...one, [name]: value } : one)),
                        })
                      }
                    />
                  )}
                </Field>
              ))}
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  )
}
