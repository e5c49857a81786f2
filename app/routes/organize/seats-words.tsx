import { useDesk } from './desk.ts'
import type { SeatsData } from './seats.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

/** Why a pool is full, in sentences: what would come free and when, and who is before everybody else. */
export function SeatsWords({ quota }: { quota: SeatsData['quotas'][number] }) {
  const { returning, waiting, account, overBy } = quota
  const { zone } = useDesk()
  const { t, language } = usePage()
  const sentences = [
    account.free > 0
      ? t(waiting > 0 ? 'registrant.seats.freeForThem' : 'registrant.seats.isFree', { count: account.free })
      : t('registrant.seats.isFull'),
    ...returning.map(({ kind, name, seats, firstAt, lastAt }) => {
      const values = { count: seats, name: isolate(name) }
      if (lastAt === null) return t(`registrant.seats.${kind}Open`, values)
      const [first, last] = [firstAt ?? lastAt, lastAt].map((at) => formatMoment(at, zone, language))
      return first === last
        ? t(`registrant.seats.${kind}Until`, { ...values, when: last! })
        : t(`registrant.seats.${kind}Between`, { ...values, first: first!, last: last! })
    }),
    ...(account.free === 0 && returning.length === 0 ? [t('registrant.seats.onlyGivenUp')] : []),
    ...(waiting > 0 ? [t('registrant.seats.waiting', { count: waiting })] : []),
    ...(overBy > 0 ? [t('offer.overBySeats', { count: overBy })] : []),
  ]
  return sentences.map((sentence) => (
    <span key={sentence}>
      <br />
      <small>{sentence}</small>
    </span>
  ))
}
