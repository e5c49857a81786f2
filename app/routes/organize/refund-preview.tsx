import { useDesk } from './desk.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { returnedFor } from '#app/registrations/changes/refund-rules.ts'
import type { OfferedTicketType } from '#app/registrations/offer/queries.server.ts'
import { REFUND_REASONS } from '#app/registrations/offer/refund-rules-form.ts'
import type { StoredRefundRule } from '#app/registrations/offer/rules.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'

/** What somebody gets back when, of the dearest ticket that is on sale: the same reckoning that a refund uses. */
export function RefundPreview({ rules, types }: { rules: StoredRefundRule[]; types: OfferedTicketType[] }) {
  const { zone, currency } = useDesk()
  const { t, language } = usePage()
  const paid = dearest(types, currency ?? 'USD')
  const rows = REFUND_REASONS.flatMap((reason) =>
    [...intervals(rules, reason)].map(({ until, appliedBy }) => {
      const returned = returnedFor(rules, {
        reason,
        paidForSeat: paid.amountMinor,
        currency: paid.currency,
        now: until === null ? FAR : addMinutes(until, -1),
        visaAppliedOn: appliedBy,
      })
      return { reason, until, appliedBy, returned }
    }),
  )
  return (
    <>
      <p className="hint">
        {t('offer.previewOf')} <Price money={paid} />
      </p>
      <ScrollTable labelledBy="refunds">
        <thead>
          <tr>
            <th scope="col">{t('offer.reason')}</th>
            <th scope="col">{t('offer.until')}</th>
            <th scope="col" className="num">
              {t('offer.getsBack')}
            </th>
            <th scope="col" className="num">
              {t('offer.isKept')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ reason, until, appliedBy, returned }) => (
            <tr key={`${reason} ${until} ${appliedBy}`}>
              <th scope="row">
                {t(`offer.reasons.${reason}`)}
                {appliedBy && (
                  <>
                    <br />
                    <small>{t('offer.appliedBy', { day: formatDay(appliedBy, language) })}</small>
                  </>
                )}
              </th>
              <td>{until ? <Moment at={lastMinuteOf(until, zone)} zone={zone} /> : t('offer.afterThat')}</td>
              <td className="num">
                <Price money={{ ...paid, amountMinor: returned.amount }} />
              </td>
              <td className="num">
                <Price money={{ ...paid, amountMinor: returned.kept }} />
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </>
  )
}

/** After every rule has ended. */
const FAR = '9999-12-31T00:00:00.000Z'

/** The times in which one rule of a reason holds, and the one after all that end; one without an end is the last. */
function intervals(rules: StoredRefundRule[], reason: StoredRefundRule['reason']) {
  const own = rules.filter((rule) => rule.reason === reason)
  const ends: { until: Instant | null; appliedBy: string | null }[] = own.map(({ untilAt, appliedByOn }) => ({
    until: untilAt,
    appliedBy: appliedByOn,
  }))
  if (!own.some(({ untilAt }) => untilAt === null)) ends.push({ until: null, appliedBy: null })
  return ends.toSorted((one, other) => ((one.until ?? FAR) < (other.until ?? FAR) ? -1 : 1))
}

function dearest(types: OfferedTicketType[], currency: string): Money {
  const amounts = types.flatMap(({ steps }) => steps.filter((step) => step.currency === currency))
  const amountMinor = Math.max(0, ...amounts.map((step) => step.amountMinor))
  return { amountMinor: amountMinor || 10_000, currency }
}
