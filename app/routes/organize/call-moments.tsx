import { useDesk } from './desk.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { usePage } from '#app/ui/use-page.ts'
import { ANYWHERE_ON_EARTH, clockOf } from '#app/values/closing-zone.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Instant } from '#app/values/moment.ts'

/** The saved opening and end of a call on several clocks, so that nobody has to work it out: its own, the event's, UTC. */
export function CallMoments({
  opensAt,
  closesAt,
  closesZone,
}: {
  opensAt: Instant | null
  closesAt: Instant | null
  closesZone: string | null
}) {
  const { zone } = useDesk()
  const { t, language } = usePage()
  if (opensAt === null && closesAt === null) return null
  const zones = [...new Set([closesZone ?? zone, zone, 'UTC'])]
  const when = (at: Instant | null, clock: string) => (at === null ? '–' : formatMoment(at, clock, language))
  return (
    <table>
      <caption className="vh">{t('call.details.onClocks')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('call.details.clock')}</th>
          <th scope="col">{t('call.fields.opensAt')}</th>
          <th scope="col">{t('call.fields.closesAt')}</th>
        </tr>
      </thead>
      <tbody>
        {zones.map((one) => {
          const clock = clockOf(one, zone)
          return (
            <tr key={one}>
              <th scope="row">{one === ANYWHERE_ON_EARTH ? t('offer.anywhere') : <bdi>{one}</bdi>}</th>
              <td>{when(opensAt, clock)}</td>
              <td>{when(closesAt && lastMinuteOf(closesAt, clock), clock)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
