import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ChangesTable } from './changes-table.tsx'
import { Frame } from './frame.tsx'
import { teachFrame } from './teach-frame.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { pageCount, pageNumber, PEOPLE_PAGE } from '#app/participants/paging.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { listChanges } from '#app/participants/rosters/changes.server.ts'
import { findReading } from '#app/participants/rosters/find-reading.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'
import { offsetName } from '#app/values/moment.ts'

export const handle = { shell: 'work', section: 'teach' }

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('roster.changes.of', { event: args.data?.frame.event.title ?? '' }) }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const [frame, shown, roster, names, seenAt] = await Promise.all([
    teachFrame(context, { eventId: event.id, trackIds }),
    taughtEvent(db, event.id),
    findRoster(db, event.id),
    listNames(db, { eventId: event.id }, context.language),
    findReading(db, { eventId: event.id, accountId: signedIn.accountId }),
  ])
  const { frozenAt, day, at } = roster
  const page = pageNumber(address.get('page'))
  const listed =
    frozenAt === null
      ? { total: 0, page: 1, rows: [] }
      : await listChanges(db, { eventId: event.id, frozenAt, trackIds, page })
  return {
    ...listed,
    frame,
    zone: shown.zone,
    roster: { frozenAt, day, at },
    tracks: names.tracks.map(({ id, code }) => ({ id, code })),
    seenAt,
    until: context.now,
    isNoted: address.has('seen'),
  }
}

/** Who came to the list and who left it since it was frozen, what is new to the reader first. */
export default function Changes() {
  const { frame, zone, roster, rows, total, page, tracks, seenAt, until, isNoted } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  const base = `/teach/${frame.event.slug}/changes`
  const news = rows.filter(({ at }) => seenAt === null || at > seenAt)
  return (
    <Frame frame={frame}>
      <div className="row">
        <div>
          <h1>{t('roster.changes.title')}</h1>
          {roster.frozenAt !== null && (
            <p className="mute">{t('roster.changes.lead', { at: formatMoment(roster.frozenAt, zone, language) })}</p>
          )}
        </div>
      </div>
      {isNoted && (
        <Note is="ok">
          <p role="status">{t('roster.changes.seenDone')}</p>
        </Note>
      )}
      {roster.frozenAt === null ? (
        <Empty title={t('roster.changes.notFrozen')} level="h2">
          <p>
            {t('roster.changes.notFrozenWhy', {
              day: formatDay(roster.day, language),
              offset: offsetName(roster.at, zone),
            })}
          </p>
        </Empty>
      ) : rows.length === 0 ? (
        <Empty title={t('roster.changes.none')} level="h2">
          <p>{t('roster.changes.noneWhy')}</p>
        </Empty>
      ) : (
        <>
          <div className="row get">
            {news.length > 0 ? (
              <form method="post" action={path(`${base}/seen`)}>
                <input type="hidden" name="until" value={until} />
                <button className="go">{t('roster.changes.seen')}</button>
              </form>
            ) : (
              seenAt && <p>{t('roster.changes.nothingNew', { at: formatMoment(seenAt, zone, language) })}</p>
            )}
            <a href={path(`${base}.csv`)} download>
              {t('roster.changes.csv')}
            </a>
          </div>
          <ChangesTable rows={rows} tracks={tracks} zone={zone} seenAt={seenAt} />
        </>
      )}
      <Pages
        page={page}
        pageCount={pageCount(total, PEOPLE_PAGE)}
        addressOf={(number) => path(`${base}?page=${number}`)}
      />
    </Frame>
  )
}
