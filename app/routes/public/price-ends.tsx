import { lastMinuteOf } from '#app/events/price-table.ts'
import type { FormTicket } from '#app/registrations/order-offer.ts'
import type { Translate } from '#app/locales/translate.ts'
import { isolateIn } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { ANYWHERE_ON_EARTH, clockOf } from '#app/values/closing-zone.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'

/** Until when the prices hold, each on the clock in which its end was set: Anywhere on Earth is UTC−12. */
export function PriceEnds({ tickets, zone }: { tickets: FormTicket[]; zone: string }) {
  const { t, language } = usePage()
  const ends = [
    ...Map.groupBy(
      tickets.flatMap(({ priceUntil, closesZone, stepKind, name }) =>
        priceUntil ? [{ at: priceUntil, zone: closesZone, stepKind, name }] : [],
      ),
      (end) => `${end.at} ${end.zone}`,
    ).values(),
  ].toSorted(([one], [other]) => (one!.at < other!.at ? -1 : 1))
  const isOne = ends.length === 1
  return ends.map((own) => {
    const [first] = own
    const when = closing(first!.at, first!.zone, zone, language, t)
    return (
      <p key={`${first!.at} ${first!.zone}`}>
        {isOne
          ? t('register.pricesUntil', { when })
          : t('register.pricesOfUntil', {
              tickets: own.map(({ name }) => isolateIn(language, name)).join(t('common.listSeparator')),
              when,
            })}
      </p>
    )
  })
}

/** `31 March 2027, 23:59 (Anywhere on Earth)`: a price holds until just before its end. */
function closing(at: Instant, closesZone: string | null, zone: string, language: string, t: Translate): string {
  const clock = clockOf(closesZone, zone)
  const when = formatMoment(lastMinuteOf(at, clock), clock, language)
  return closesZone === ANYWHERE_ON_EARTH ? t('register.anywhereOnEarth', { when }) : when
}
