import type { DecisionFacts } from '#app/participants/rosters/decision-facts.server.ts'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** How many are confirmed in each track, beside its seats. */
export function RosterTracks({ facts }: { facts: DecisionFacts }) {
  const { t, language } = usePage()
  if (facts.tracks.length === 0) return null
  return (
    <Leaf id="tracks" title={t('roster.byTrack')}>
      <ScrollTable labelledBy="tracks">
        <thead>
          <tr>
            <th scope="col">{t('roster.track')}</th>
            <th scope="col" className="num">
              {t('roster.confirmed')}
            </th>
            <th scope="col" className="num">
              {t('roster.seats')}
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.tracks.map(({ id, code, title, confirmed, seats }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{code}</bdi>: <bdi>{title}</bdi>
              </th>
              <td className="num">{count(confirmed, language)}</td>
              <td className="num">{seats === null ? t('roster.asManyAsCome') : count(seats, language)}</td>
            </tr>
          ))}
          {facts.withoutTrack > 0 && (
            <tr>
              <th scope="row">{t('roster.noTrack')}</th>
              <td className="num">{count(facts.withoutTrack, language)}</td>
              <td />
            </tr>
          )}
        </tbody>
      </ScrollTable>
    </Leaf>
  )
}
