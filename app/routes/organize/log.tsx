import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { LogChanges } from './log-changes.tsx'
import { LogFilters } from './log-filters.tsx'
import { logChoices, type LogEntry, readLog } from '#app/audit/log.server.ts'
import { addressOfLog, logFilterOf } from '#app/audit/log-filter.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { actionWords } from '#app/ui/action-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('team.log.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const filter = logFilterOf(address)
  const known = await findEventForEditing(db, event.id, context.language)
  const [{ rows: entries, steps }, choices] = await Promise.all([
    readLog(db, { place: { eventId: event.id, zone: known!.zone }, filter, cursor: cursorOf(address) }),
    logChoices(db, event.id),
  ])
  return { entries, steps, filter, choices }
}

/** Everything that was done at an event. */
export default function Log() {
  const { entries, steps, filter, choices } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const address = (more: Record<string, string> = {}) =>
    path(`/organize/${slug}/log?${new URLSearchParams([...addressOfLog(filter), ...Object.entries(more)])}`)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('team.log.title')}</h1>
          <p className="mute">{t('team.log.lead')}</p>
        </div>
        <a className="btn" href={path(`/organize/${slug}/log.csv?${addressOfLog(filter)}`)}>
          {t('team.log.csv')}
        </a>
      </div>
      <LogFilters filter={filter} choices={choices} />
      {entries.length === 0 ? (
        <Empty title={t('team.log.none')} level="h2">
          <p>{t('team.log.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('team.log.title')}>
          <thead>
            <tr>
              <th scope="col">{t('team.log.what')}</th>
              <th scope="col">{t('team.log.who')}</th>
              <th scope="col">{t('team.log.when')}</th>
              <th scope="col" className="more">
                {t('team.log.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <th scope="row">
                  <a href={path(`/organize/${slug}/log?${new URLSearchParams({ object: entry.objectId })}`)}>
                    {actionWords(entry.action, t)}
                  </a>
                </th>
                <td>
                  <Actor entry={entry} />
                </td>
                <td>
                  <Moment at={entry.at} zone={zone} />
                </td>
                <td className="more">
                  <LogChanges before={entry.before} after={entry.after} />
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <StepPages steps={steps} addressOf={(cursor) => address({ ...cursor })} />
    </>
  )
}

function Actor({ entry }: { entry: Pick<LogEntry, 'actorKind' | 'actorName'> }) {
  const { t } = usePage()
  return entry.actorName === null ? t(`team.log.actors.${entry.actorKind}`) : <bdi>{entry.actorName}</bdi>
}
