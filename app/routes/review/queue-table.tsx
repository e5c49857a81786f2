import type { QueuedReview } from '#app/applications/reviews/queue.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'
import { points } from './points.ts'

const KIND: Record<string, TagKind | undefined> = { assigned: undefined, started: 'wait', submitted: 'ok' }

/** Numbers, tracks, languages and states; nothing of who they are. */
export function QueueTable({ rows, base }: { rows: (QueuedReview & { label: string })[]; base: string }) {
  const { t, path, language } = usePage()
  return (
    <ScrollTable label={t('reviewing.queue')}>
      <thead>
        <tr>
          <th scope="col">{t('reviewing.application')}</th>
          <th scope="col">{t('reviewing.track')}</th>
          <th scope="col" className="more">
            {t('reviewing.language')}
          </th>
          <th scope="col">{t('reviewing.state')}</th>
          <th scope="col" className="num">
            {t('reviewing.total')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.number}>
            <th scope="row">
              <a href={path(`${base}/${row.label}`)}>
                <bdi>{row.label}</bdi>
              </a>
            </th>
            <td>{row.choiceCode ? <bdi>{row.choiceCode}</bdi> : '–'}</td>
            <td className="more">{languageName(row.language, language)}</td>
            <td>
              <Tag is={KIND[row.state]}>{t(`reviewing.states.${row.state}`)}</Tag>
              {row.isThird === 1 && <small> {t('reviewing.third')}</small>}
            </td>
            <td className="num">{row.total === null ? '–' : points(row.total, language)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
