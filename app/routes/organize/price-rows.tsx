import { useDesk } from './desk.ts'
import { localMoment } from '#app/registrations/offer/local-moment.ts'
import { MOST_PRICES, PRICE_KINDS, type PriceKind } from '#app/registrations/offer/ticket-type-form.ts'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { plainAmount } from '#app/values/money.ts'

interface Step {
  kind: PriceKind
  currency: string
  amountMinor: number
  startsAt: string | null
  endsAt: string | null
}

const MORE = 2

/** The dated prices, a row each, with a few empty rows: a row without an amount is not saved. */
export function PriceRows({ form, steps }: { form: FormState; steps: Step[] }) {
  const event = useDesk()
  const { t } = usePage()
  const typed = Object.keys(form.values).flatMap((name) => /^steps\[(\d+)\]/.exec(name)?.[1] ?? [])
  const rows = Math.min(MOST_PRICES, Math.max(steps.length + MORE, ...typed.map((number) => Number(number) + 1)))
  return (
    <Leaf id="prices" title={t('organize.prices')} isWide>
      <p className="hint">{t('organize.pricesHint', { zone: event.zone })}</p>
      {Array.from({ length: rows }, (_, at) => {
        const step = steps[at]
        const field = (name: string) => ({ form, name: `steps[${at}].${name}` })
        return (
          <fieldset key={at} className="field">
            <legend>{t('organize.rowNumber', { number: at + 1 })}</legend>
            <div className="cols">
              <TextField
                {...field('amount')}
                label={t('organize.amount')}
                defaultValue={step && plainAmount(step)}
                dir="ltr"
                maxLength={20}
              />
              <TextField
                {...field('currency')}
                label={t('organize.currency')}
                defaultValue={step?.currency ?? event.currency ?? 'USD'}
                dir="ltr"
                maxLength={3}
              />
              <SelectField
                {...field('kind')}
                label={t('organize.priceKind')}
                options={PRICE_KINDS.map((value) => ({ value, label: t(`organize.priceKinds.${value}`) }))}
                defaultValue={step?.kind ?? 'only'}
              />
              <TextField
                {...field('startsAt')}
                type="datetime-local"
                label={t('organize.from')}
                defaultValue={localMoment(step?.startsAt ?? null, event.zone)}
                isOptional
              />
              <TextField
                {...field('endsAt')}
                type="datetime-local"
                label={t('organize.until')}
                defaultValue={localMoment(step?.endsAt ?? null, event.zone)}
                isOptional
              />
            </div>
          </fieldset>
        )
      })}
    </Leaf>
  )
}
