import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { notFound } from '#app/http/answers.ts'
import { programmeHead } from '#app/programme/programme-queries.server.ts'
import { type Snapshot, withoutRooms } from '#app/programme/versions/snapshot.ts'
import { changesSince, listVersions, VERSIONS_PER_PAGE } from '#app/programme/versions/versions.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { ChangeList } from '#app/ui/event/change-list.tsx'
import { foreign } from '#app/ui/foreign.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { Pages } from '#app/ui/pages.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

export const handle = { shell: 'public', section: 'events' }

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db } = context.services
  const head = await programmeHead(db, params.event ?? '', context.language)
  if (!head) throw notFound()
  const shownAs = head.areRoomsPublic ? (content: Snapshot) => content : withoutRooms
  const since = await changesSince(db, head.eventId, shownAs)
  const pageCount = Math.max(1, Math.ceil(since.number / VERSIONS_PER_PAGE))
  const asked = Math.trunc(Number(new URL(request.url).searchParams.get('page'))) || 1
  const page = Math.min(Math.max(asked, 1), pageCount)
  const versions = await listVersions(db, head.eventId, page, shownAs)
  return { head, since: since.changes, zone: since.now.zone, versions, page, pageCount }
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: args.data ? t('release.page.changesOf', { title: args.data.head.title }) : '404' }))

/** What changed in the programme since its newest version, and with each version before. */
export default function ProgrammeChanges() {
  const { head, since, zone, versions, page, pageCount } = useLoaderData<typeof loader>()
  const { t, language, path } = usePage()
  const [event, programme] = [`/events/${head.slug}`, `/events/${head.slug}/programme`]
  const title = <bdi {...foreign(head.titleLanguage, language)}>{head.title}</bdi>
  const dayOf = (at: string) => formatDay(wallClock(at, head.zone).day, language)
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(head.mark)}>
      <Crumbs
        trail={[
          { label: t('common.events'), to: '/events' },
          { label: title, to: event },
          { label: t('event.programme.title'), to: programme },
          { label: t('release.page.changes') },
        ]}
      />
      <div className="split head">
        <p className="kind">
          <bdi>{head.seriesName}</bdi>
        </p>
        <div className="flow">
          <h1>{t('release.page.changesTitle')}</h1>
          <p className="lead">{title}</p>
          <p className="noprint">
            <a href={path(programme)}>{t('release.page.back')}</a>
          </p>
        </div>
      </div>
      {head.version === null && (
        <Leaf id="none" title={t('release.page.changes')}>
          <p>{t('release.page.noVersions')}</p>
        </Leaf>
      )}
      {head.version !== null && page === 1 && (
        <Leaf id="since" title={t('release.page.sinceThen', { number: head.version.number })}>
          {since && since.length > 0 ? (
            <ChangeList changes={since} zone={zone} />
          ) : (
            <p>{t('release.page.noneSince')}</p>
          )}
        </Leaf>
      )}
      {versions.map((version) => (
        <Leaf
          key={version.number}
          id={`v${version.number}`}
          title={t('release.page.version', { number: version.number, day: dayOf(version.releasedAt) })}
        >
          {version.note !== '' && (
            <p>
              <bdi>{version.note}</bdi>
            </p>
          )}
          {version.number === 1 ? (
            <p>
              {t('release.first')} {t('release.sessions', { count: version.sessions })}
            </p>
          ) : (
            <ChangeList changes={version.changes} zone={version.zone} />
          )}
        </Leaf>
      ))}
      <Pages page={page} pageCount={pageCount} addressOf={(number) => `${path(programme)}/changes?page=${number}`} />
    </main>
  )
}
