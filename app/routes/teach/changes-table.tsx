import type { ShownChange } from '#app/participants/rosters/changes.server.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

const KINDS: Record<ShownChange['kind'], TagKind> = { came: 'ok', left: 'off', moved: 'wait' }

interface Props {
  rows: ShownChange[]
  tracks: { id: string; code: string }[]
  zone: string
  seenAt: string | null
}

/** Who came, left or changed the track, the latest first; what the reader has not seen yet says so. */
export function ChangesTable({ rows, tracks, zone, seenAt }: Props) {
  const { t, language } = usePage()
  const codeOf = (id: string) => tracks.find((track) => track.id === id)?.code ?? t('roster.noTrack')
  return (
    <ScrollTable label={t('roster.changes.title')}>
      <thead>
        <tr>
          <th scope="col">{t('roster.changes.name')}</th>
          <th scope="col">{t('roster.changes.what')}</th>
          {tracks.length > 0 && <th scope="col">{t('roster.track')}</th>}
          <th scope="col" className="more">
            {t('roster.changes.when')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, kind, fullName, latinName, trackId, fromTrackId, isMove, at }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{fullName || t('order.unnamed')}</bdi>
              {latinName && (
                <>
                  <br />
                  <small>
                    <bdi>{latinName}</bdi>
                  </small>
                </>
              )}
            </th>
            <td>
              <Tag is={KINDS[kind]}>{t(`roster.${kind}`)}</Tag>
              {(seenAt === null || at > seenAt) && (
                <>
                  {' '}
                  <b>{t('roster.changes.isNew')}</b>
                </>
              )}
              {isMove && kind !== 'moved' && (
                <>
                  <br />
                  <small>{t(kind === 'came' ? 'roster.changes.fromElsewhere' : 'roster.changes.toElsewhere')}</small>
                </>
              )}
            </td>
            {tracks.length > 0 && (
              <td>
                <bdi>
                  {kind === 'moved'
                    ? t('roster.changes.movedFrom', { from: codeOf(fromTrackId), to: codeOf(trackId) })
                    : codeOf(trackId)}
                </bdi>
              </td>
            )}
            <td className="more">
              <time dateTime={at}>{formatMoment(at, zone, language, { year: false })}</time>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
