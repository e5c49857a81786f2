import { useDesk } from './desk.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { WaitingRow } from '#app/waiting-list/desk-queries.server.ts'

const TAGS: Record<WaitingRow['state'], TagKind> = {
  waiting: 'wait',
  offered: 'ok',
  taken: 'ok',
  lapsed: 'off',
  withdrawn: 'off',
  expired: 'off',
}

/** Who waits, in the order in which they are served. */
export function WaitingTable({ rows }: { rows: WaitingRow[] }) {
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  return (
    <ScrollTable label={t('waiting.title')}>
      <thead>
        <tr>
          <th scope="col">{t('waiting.desk.name')}</th>
          <th scope="col" className="num">
            {t('waiting.desk.place')}
          </th>
          <th scope="col" className="num">
            {t('waiting.desk.seats')}
          </th>
          <th scope="col">{t('waiting.desk.state')}</th>
          <th scope="col" className="more">
            {t('waiting.desk.wants')}
          </th>
          <th scope="col" className="more">
            {t('waiting.desk.since')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={path(`/organize/${slug}/waiting/${row.id}`)}>
                <bdi>{row.fullName || row.code}</bdi>
              </a>
              {row.email && (
                <>
                  <br />
                  <small>
                    <bdi>{row.email}</bdi>
                  </small>
                </>
              )}
            </th>
            <td className="num">{row.place ?? '–'}</td>
            <td className="num">
              {row.partySize}
              {row.partySize > 1 && row.isAllOrNothing === 1 && (
                <>
                  <br />
                  <small>{t('waiting.desk.together')}</small>
                </>
              )}
            </td>
            <td>
              <Tag is={TAGS[row.state]}>{t(`waiting.desk.states.${row.state}`)}</Tag>
              {row.offerUntil && (
                <>
                  <br />
                  <small>{t('waiting.desk.offerUntil', { when: formatMoment(row.offerUntil, zone, language) })}</small>
                </>
              )}
              {row.orderId && (
                <>
                  <br />
                  <small>{t('waiting.desk.late')}</small>
                </>
              )}
            </td>
            <td className="more">
              {row.tickets.map((name, at) => (
                <span key={at}>
                  {at > 0 && <br />}
                  <bdi>{name}</bdi>
                </span>
              ))}
            </td>
            <td className="more">
              <Moment at={row.joinedAt} zone={zone} />
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
