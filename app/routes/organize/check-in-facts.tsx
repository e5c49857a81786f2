import type { CheckInPersonData } from './check-in-person.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatDay } from '#app/values/dates.ts'

/** Who stands there, as far as one compares it with a ticket and a badge. */
export function CheckInFacts({ holder, days, due }: CheckInPersonData) {
  const { t, language } = usePage()
  const facts: [string, string | null][] = [
    [t('checkIn.latinName'), holder.latinName],
    [t('checkIn.ticket'), holder.ticket],
    [t('checkIn.track'), holder.track],
    [
      t('checkIn.days'),
      days.map((day) => formatDay(day, language, { weekday: true, year: false })).join(t('common.listSeparator')),
    ],
    [t('checkIn.due'), due],
    [t('checkIn.affiliation'), holder.affiliation],
    [t('checkIn.country'), holder.country && countryName(holder.country, language)],
    [t('checkIn.onBadge'), holder.badgeName],
    [t('checkIn.proof'), holder.needsProof ? t('checkIn.proofHere') : null],
  ]
  return (
    <dl>
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
    </dl>
  )
}
