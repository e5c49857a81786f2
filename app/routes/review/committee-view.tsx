import { points } from './points.ts'
import type { Committee } from '#app/applications/reviews/read-committee.server.ts'
import { Price } from '#app/ui/money.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

const KIND: Record<Committee['rows'][number]['standing'], TagKind | undefined> = {
  promised: 'ok',
  declined: 'off',
  discuss: 'bad',
  above: undefined,
  below: 'off',
}

/** The budget and the ranking around an application, for a chair who has scored it. */
export function CommitteeView({ committee, label, base }: { committee: Committee; label: string; base: string }) {
  const { t, language } = usePage()
  const { rows, money, total } = committee
  return (
    <section className="leaf flow wide" aria-labelledby="rk">
      <h2 id="rk">{t('reviewing.ranking')}</h2>
      {money && <Budget money={money} />}
      <ScrollTable labelledBy="rk">
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('reviewing.rank')}
            </th>
            <th scope="col">{t('reviewing.application')}</th>
            <th scope="col" className="more">
              {t('reviewing.facts.from')}
            </th>
            <th scope="col" className="num">
              {t('reviewing.mean')}
            </th>
            <th scope="col" className="num more">
              {t('reviewing.differ')}
            </th>
            <th scope="col" className="num more">
              {t('reviewing.facts.asked')}
            </th>
            <th scope="col">{t('reviewing.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => [
            money && row.isBelow && rows[at - 1]?.isBelow === false && (
              <tr key="cut" className="cut">
                <td colSpan={7}>
                  {t('reviewing.budgetLine')} <Price money={{ amountMinor: money.budget, currency: money.currency }} />
                </td>
              </tr>
            ),
            <tr key={row.number} aria-current={row.label === label ? 'true' : undefined}>
              <td className="num">{row.rank}</td>
              <th scope="row">
                <bdi>{row.label}</bdi>
              </th>
              <td className="more">{row.residence ? countryName(row.residence, language) : '–'}</td>
              <td className="num">{points(row.score, language)}</td>
              <td className="num more">{row.spread === null ? '–' : points(row.spread, language)}</td>
              <td className="num more">
                {row.asked !== null && row.currency !== null ? (
                  <Price money={{ amountMinor: row.asked, currency: row.currency }} />
                ) : (
                  '–'
                )}
              </td>
              <td>
                <Tag is={KIND[row.standing]}>{t(`reviewing.standings.${row.standing}`)}</Tag>
              </td>
            </tr>,
          ])}
        </tbody>
      </ScrollTable>
      <p className="mute">
        {t('reviewing.rankedOf', { count: total })} <a href={base}>{t('reviewing.queue')}</a>
      </p>
    </section>
  )
}

const WIDTH = 800

function Budget({ money }: { money: NonNullable<Committee['money']> }) {
  const { t } = usePage()
  const { currency, budget, promised, above, free, people } = money
  const price = (amountMinor: number) => <Price money={{ amountMinor, currency }} />
  const promisedTo = Math.min(WIDTH, Math.round((promised / budget) * WIDTH))
  const aboveTo = Math.min(WIDTH, Math.round(((promised + above) / budget) * WIDTH))
  return (
    <div className="budget">
      <svg viewBox={`0 0 ${WIDTH} 46`} aria-hidden="true" preserveAspectRatio="none">
        <path className="b0" d={`M0 8H${WIDTH}V30H0z`} />
        <path className="b1" d={`M0 8H${promisedTo}V30H0z`} />
        <path className="b2" d={`M${promisedTo} 8H${aboveTo}V30H${promisedTo}z`} />
      </svg>
      <p className="row ends">
        <span>
          <b>{price(promised)}</b> {t('reviewing.money.promised', { count: people })}
        </span>{' '}
        <span>
          <b>{price(above)}</b> {t('reviewing.money.above')}
        </span>{' '}
        <span>
          <b>{price(free)}</b> {t('reviewing.money.free')} {price(budget)}
        </span>
      </p>
    </div>
  )
}
