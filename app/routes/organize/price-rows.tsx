import { useDesk } from './desk.ts'
import { MomentField } from './moment-field.tsx'
import {
  hasGap,
  MOST_CURRENCIES,
  MOST_STEPS,
  PRICE_KINDS,
  priceGrid,
  type PriceRow,
} from '#app/registrations/offer/price-rows-form.ts'
import { CheckField, SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ANYWHERE_ON_EARTH, clockOf } from '#app/values/closing-zone.ts'
import type { FormState } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'
import { CURRENT_ZONES } from '#app/values/zones/zone-names.ts'

const MORE = 2
/** Early, standard and late, entered at once. */
const FEWEST = 3

/** How many rows of a repeated part were sent. */
export function sentRows(form: FormState, name: string): number {
  const numbers = Object.keys(form.values).flatMap((key) => {
    const number = key.startsWith(`${name}[`) ? /^\[(\d+)\]/.exec(key.slice(name.length))?.[1] : undefined
    return number === undefined ? [] : [Number(number) + 1]
  })
  return Math.max(0, ...numbers)
}

/** The price steps, a row for each time with a column for each currency, and a few empty ones: without an amount a row is not saved. */
export function PriceRows({ form, steps }: { form: FormState; steps: PriceRow[] }) {
  const event = useDesk()
  const { t } = usePage()
  const grid = priceGrid(steps, event.currency ?? 'USD')
  const columns = Math.min(MOST_CURRENCIES, Math.max(grid.currencies.length + 1, sentRows(form, 'currencies')))
  const rows = Math.min(MOST_STEPS, Math.max(FEWEST, grid.rows.length + MORE, sentRows(form, 'steps')))
  const typedZone = (at: number) => form.values[`steps[${at}].zone`]?.[0]
  const currencyAt = (at: number) => form.values[`currencies[${at}]`]?.[0] ?? grid.currencies[at] ?? ''
  return (
    <Leaf id="prices" title={t('organize.prices')} isWide>
      <p className="hint">{t('offer.pricesHint')}</p>
      <p className="hint">{t('offer.closesZoneHint', { zone: event.zone })}</p>
      <datalist id="zones">
        <option value={ANYWHERE_ON_EARTH} label={t('offer.anywhere')} />
        {CURRENT_ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="cols">
        {Array.from({ length: columns }, (_, at) => (
          <TextField
            key={at}
            form={form}
            name={`currencies[${at}]`}
            label={t('offer.currencyNumber', { number: at + 1 })}
            defaultValue={grid.currencies[at] ?? ''}
            dir="ltr"
            maxLength={3}
            isOptional={at > 0}
          />
        ))}
      </div>
      {Array.from({ length: rows }, (_, at) => {
        const row = grid.rows[at]
        const field = (name: string) => ({ form, name: `steps[${at}].${name}` })
        const clock = clockOf(typedZone(at) ?? row?.closesZone ?? null, event.zone)
        return (
          <fieldset key={at} className="field">
            <legend>{t('organize.rowNumber', { number: at + 1 })}</legend>
            <div className="cols">
              <SelectField
                {...field('kind')}
                label={t('organize.priceKind')}
                options={PRICE_KINDS.map((value) => ({ value, label: t(`organize.priceKinds.${value}`) }))}
                defaultValue={row?.kind ?? 'only'}
              />
              <MomentField
                {...field('startsAt')}
                label={t('organize.from')}
                at={row?.startsAt}
                zone={clock}
                isOptional
              />
              <MomentField {...field('endsAt')} label={t('offer.closes')} at={row?.endsAt} zone={clock} isOptional />
              <TextField
                {...field('zone')}
                label={t('offer.closesZone')}
                list="zones"
                placeholder={event.zone}
                defaultValue={row?.closesZone ?? ''}
                dir="ltr"
                maxLength={64}
                isOptional
              />
              {Array.from({ length: columns }, (_, column) => {
                const currency = currencyAt(column)
                const price = row?.prices.find((one) => one.currency === grid.currencies[column])
                return (
                  <TextField
                    key={column}
                    {...field(`amounts[${column}]`)}
                    label={
                      currency === ''
                        ? t('offer.amountNumber', { number: column + 1 })
                        : t('offer.amountIn', { currency })
                    }
                    defaultValue={price && plainAmount(price)}
                    dir="ltr"
                    maxLength={20}
                    isOptional={column > 0}
                  />
                )
              })}
            </div>
          </fieldset>
        )
      })}
      <CheckField form={form} name="allowsGap" defaultValue={hasGap(steps) ? 'on' : null}>
        {t('offer.allowsGap')}
      </CheckField>
    </Leaf>
  )
}
