import { usePage } from './use-page.ts'
import type { Why } from '#app/waiting-list/why-still.ts'
import { formatMoment } from '#app/values/dates.ts'

/** Why a waiting list stands still, in sentences: to who waits, or (`isOfFront`) to an organizer of who is first. */
export function WhyWaiting({ why, zone, isOfFront = false }: { why: Why[]; zone: string; isOfFront?: boolean }) {
  const { t, language } = usePage()
  const sentenceOf = (one: Why) => {
    switch (one.is) {
      case 'offer-open':
        return t('waiting.why.offer-open', { seats: one.seats, until: formatMoment(one.untilAt, zone, language) })
      case 'blocked':
        return one.untilAt
          ? t('waiting.why.blocked', { seats: one.seats, until: formatMoment(one.untilAt, zone, language) })
          : t('waiting.why.blockedAlways', { seats: one.seats })
      case 'held':
        return t('waiting.why.held', { seats: one.seats })
      case 'front-needs':
      case 'you-need':
        return t(`waiting.why.${isOfFront ? 'front-needs' : one.is}`, { wanted: one.wanted, free: one.free })
      case 'moving':
        return t(isOfFront ? 'waiting.desk.moves' : 'waiting.why.moving')
      default:
        return t(`waiting.why.${one.is}`)
    }
  }
  return (
    <ul>
      {why.map((one, at) => (
        <li key={at}>{sentenceOf(one)}</li>
      ))}
    </ul>
  )
}
