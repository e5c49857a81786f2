import type { readRankedCall } from './ranking-reading.server.ts'
import { pointsText } from './selection-words.ts'
import { useCall } from './use-call.ts'
import { numberLabel } from '#app/applications/reviews/number-label.ts'
import type { RankingRow } from '#app/applications/selection/ranking/list-ranking.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName } from '#app/values/dates.ts'

export type RankedCall = Awaited<ReturnType<typeof readRankedCall>>['call']

interface Props {
  rows: RankingRow[]
  call: RankedCall
  /** The mean of each criterion over all applications: what each one's stands beside. */
  fieldMeans: Record<string, number>
  /** The application that the page is about. */
  current?: string
}

/** Ranked applications: each with its mean, its criteria against the field, how far reviewers differ, what is missing. */
export function RankingTable({ rows, call, fieldMeans, current }: Props) {
  const { t } = usePage()
  return (
    <ScrollTable label={t('selection.ranking.title')}>
      <thead>
        <tr>
          <th scope="col" className="num">
            {t('selection.ranking.rank')}
          </th>
          <th scope="col">{t('selection.ranking.application')}</th>
          <th scope="col">{t('selection.ranking.from')}</th>
          <th scope="col" className="more">
            {t('selection.ranking.wishes')}
          </th>
          <th scope="col" className="num">
            {t('selection.ranking.mean')}
          </th>
          {call.criteria.map(({ id, label, maximum }) => (
            <th key={id} scope="col" className="num more">
              <bdi>{label}</bdi> <small>{maximum}</small>
            </th>
          ))}
          <th scope="col" className="num more">
            {t('selection.ranking.spread')}
          </th>
          <th scope="col">{t('selection.ranking.status')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} call={call} isCurrent={row.id === current} />
        ))}
      </tbody>
      <tfoot className="more">
        <tr>
          <td />
          <th scope="row" colSpan={4}>
            {t('selection.ranking.field')}
          </th>
          {call.criteria.map(({ id }) => (
            <Mean key={id} mean={fieldMeans[id]} />
          ))}
          <td colSpan={2} />
        </tr>
      </tfoot>
    </ScrollTable>
  )
}

function Row({ row, call, isCurrent }: { row: RankingRow; call: RankedCall; isCurrent: boolean }) {
  const { slug } = useCall()
  const { t, path, language } = usePage()
  const wishes = row.wishes.flatMap((id) => call.choices.find((choice) => choice.id === id)?.code ?? [])
  return (
    <tr aria-current={isCurrent || undefined}>
      <td className="num">{row.rank}</td>
      <th scope="row" className="nowrap">
        <a href={path(`/organize/${slug}/calls/${call.slug}/ranking/${row.id}`)}>
          <bdi>{numberLabel(call.numberPrefix, row.number ?? 0)}</bdi>
        </a>
      </th>
      <td>{row.residence && countryName(row.residence, language)}</td>
      <td className="more">
        <bdi>{wishes.join(', ')}</bdi>
      </td>
      <td className="num">{row.score === null ? '–' : <b>{pointsText(row.score, language)}</b>}</td>
      {call.criteria.map(({ id }) => (
        <Mean key={id} mean={row.means[id]} />
      ))}
      <td className="num more">{row.spread === null ? '–' : pointsText(row.spread, language)}</td>
      <td>
        <RankingTags row={row} />
        {row.eligibility === 'unknown' && <Tag is="wait">{t('selection.ranking.unchecked')}</Tag>}
      </td>
    </tr>
  )
}

/** What an application still lacks before its rank is final. */
export function RankingTags({ row }: { row: RankingRow }) {
  const { t } = usePage()
  if (row.isThirdWanted) return <Tag is="bad">{t('selection.ranking.third')}</Tag>
  if (row.score === null) return <Tag is="off">{t('selection.ranking.notScored')}</Tag>
  if (row.missing > 0) return <Tag is="wait">{t('selection.ranking.missing', { count: row.missing })}</Tag>
  return <Tag is="ok">{t('selection.ranking.complete')}</Tag>
}

function Mean({ mean }: { mean: number | undefined }) {
  const { language } = usePage()
  return <td className="num more">{mean === undefined ? '–' : pointsText(mean * 1000, language)}</td>
}
