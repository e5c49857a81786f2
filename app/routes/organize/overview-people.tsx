import type { HomeFigures } from '#app/participants/figures/home-figures.server.ts'
import { AUDIENCES } from '#app/registrations/offer/ticket-kinds.ts'
import { BarMeter } from '#app/ui/charts/bar-meter.tsx'
import { count } from '#app/ui/event/words.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { formatShare } from '#app/values/format-percent.ts'

/** In which languages people are written to, what kinds of tickets they hold, and how many come for the first time. */
export function OverviewPeople({ figures: { languages, kinds, firstTimers } }: { figures: HomeFigures }) {
  const { t, language } = usePage()
  if (languages.length === 0) return null
  const kindOf = (audience: string) => AUDIENCES.find((one) => one === audience)
  return (
    <Leaf id="people" title={t('figures.whoComes')}>
      {firstTimers && (
        <p>
          {t('figures.firstTimers', {
            count: firstTimers.firstTimers,
            number: count(firstTimers.firstTimers, language),
            share: formatShare(firstTimers.firstTimers, firstTimers.people, language),
          })}
        </p>
      )}
      <div className="cols">
        <CountTable
          head={t('figures.language')}
          rows={languages.map((one) => ({ name: languageName(one.language, language), people: one.people }))}
        />
        <CountTable
          head={t('figures.kindOfTicket')}
          rows={kinds.map(({ audience, people }) => {
            const kind = kindOf(audience)
            return { name: kind ? t(`offer.audiences.${kind}`) : audience || t('figures.otherKind'), people }
          })}
        />
      </div>
    </Leaf>
  )
}

function CountTable({ head, rows }: { head: string; rows: { name: string; people: number }[] }) {
  const { t, language } = usePage()
  const all = rows.reduce((sum, { people }) => sum + people, 0)
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{head}</th>
          <th scope="col" className="num">
            {t('figures.people')}
          </th>
          <th scope="col" className="bar">
            <span className="vh">{t('figures.share')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, people }) => (
          <tr key={name}>
            <th scope="row">
              <bdi>{name}</bdi>
            </th>
            <td className="num">{count(people, language)}</td>
            <td className="bar">
              <BarMeter value={people} most={all} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
