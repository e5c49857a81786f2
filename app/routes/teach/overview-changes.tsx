import type { readOverview } from './overview-reading.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

type Read = Awaited<ReturnType<typeof readOverview>>

/** Who came and left since the reader last looked: how many, and where their names are. */
export function OverviewChanges({ event, roster, changes }: Pick<Read, 'event' | 'roster' | 'changes'>) {
  const { t, language, path } = usePage()
  return (
    <Leaf id="changes" title={t('workshop.changes')}>
      {changes === null ? (
        <p className="mute">
          {t('workshop.changesNotFrozen', {
            day: formatDay(roster.day, language),
            offset: offsetName(roster.at, event.zone),
          })}
        </p>
      ) : (
        <>
          <p>
            {changes.came + changes.left + changes.moved === 0
              ? t('workshop.changesNone')
              : t('workshop.changesNew', { came: changes.came, left: changes.left })}
          </p>
          <p>
            <a href={path(`/teach/${event.slug}/changes`)}>{t('workshop.toChanges')}</a>
          </p>
        </>
      )}
    </Leaf>
  )
}
