import { useDesk } from './desk.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { type PriceRow, priceGrid } from '#app/registrations/offer/price-rows-form.ts'
import { priceAt } from '#app/registrations/prices/pricing.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { ANYWHERE_ON_EARTH, clockOf } from '#app/values/closing-zone.ts'

/** The dated prices of a ticket type, a line for each time with all its currencies; the one in force now is named. */
export function Prices({ steps }: { steps: PriceRow[] }) {
  const { zone, currency } = useDesk()
  const { t, now } = usePage()
  if (steps.length === 0) return t('organize.free')
  return priceGrid(steps, currency ?? 'USD').rows.map((row, at) => {
    const clock = clockOf(row.closesZone, zone)
    const isNow = row.prices.some((step) => {
      const current = priceAt(steps, step.currency, now)
      return current.kind === 'step' && current.step === step
    })
    const amounts = row.prices.map((step, place) => (
      <span key={step.currency}>
        {place > 0 && t('common.listSeparator')}
        <Price money={step} />
      </span>
    ))
    return (
      <div key={at}>
        {isNow ? (
          <b>
            {amounts} {t('organize.now')}
          </b>
        ) : (
          amounts
        )}
        {row.kind !== 'only' && <> · {t(`organize.priceKinds.${row.kind}`)}</>}
        {row.endsAt && (
          <>
            <br />
            <small>
              {t('organize.until')} <Moment at={lastMinuteOf(row.endsAt, clock)} zone={clock} />
              {row.closesZone === ANYWHERE_ON_EARTH && (
                <>
                  {t('common.listSeparator')}
                  {t('offer.anywhereName')}
                </>
              )}
            </small>
          </>
        )}
      </div>
    )
  })
}
