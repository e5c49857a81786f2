import type { OfferView } from '#app/applications/offers/offer-view.server.ts'
import { CheckField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { FormState } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

/** The parts of the award, each to be taken or left; all are taken unless told. */
export function OfferAward({ components, form }: { components: OfferView['components']; form: FormState }) {
  const { t, language } = usePage()
  return (
    <fieldset className="flow">
      <legend>{t('admission.awardLead')}</legend>
      {components.map(({ kind, payout, amountMinor, isCap, currency, note }) => {
        const amount = formatMoney({ amountMinor, currency }, language)
        return (
          <CheckField key={kind} form={form} name="components" value={kind} defaultValue={kind}>
            <b>{t(`admission.component.${kind}`)}</b> · <bdi>{isCap ? t('admission.upTo', { amount }) : amount}</bdi> ·{' '}
            {t(`admission.paid.${payout}`)}
            {note && (
              <>
                {' '}
                <bdi>({note})</bdi>
              </>
            )}
          </CheckField>
        )
      })}
    </fieldset>
  )
}
