import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CalendarForm } from './calendar-form.tsx'
import { CalendarReady } from './calendar-ready.tsx'
import { CalendarsEnded, CalendarsInUse } from './calendars-tables.tsx'
import { knownClient } from '#app/calendar/feeds/calendar-client.ts'
import { feedSchema } from '#app/calendar/feeds/feed-form.ts'
import { feedPath } from '#app/calendar/feeds/feed-token.ts'
import { makeFeed } from '#app/calendar/feeds/make-feed.server.ts'
import { MOST_FEEDS } from '#app/calendar/feeds/most-feeds.ts'
import { type OwnFeed, ownFeeds } from '#app/calendar/feeds/queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { KEYED_PAGE } from '#app/http/private-page.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { newId } from '#app/values/id.ts'

/** What became of the last thing that was asked for. */
const NEWS = { ended: 'wasEnded', over: 'wasOver', made: 'wasMade' } as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { accountId } = await requireSignedIn(request, context)
  const { living, ended } = await ownFeeds(context.services.db, accountId)
  const said = new URL(request.url).searchParams.get('news') ?? ''
  return {
    living: living.map(shown),
    ended: ended.map(shown),
    feedId: newId(context.now),
    news: said in NEWS ? NEWS[said as keyof typeof NEWS] : null,
  }
}

function shown({ hasSessions, hasDeadlines, hasWork, client, ...feed }: OwnFeed) {
  return {
    ...feed,
    hasSessions: hasSessions === 1,
    hasDeadlines: hasDeadlines === 1,
    hasWork: hasWork === 1,
    client: client === null ? null : knownClient(client),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { accountId } = await requireSignedIn(request, context)
  const form = await readForm(request)
  const parsed = parseForm(form, feedSchema)
  if (!parsed.ok) return data({ form: parsed.form, made: null }, { status: 422, headers: KEYED_PAGE })
  const { id, name, shows, deadlines, work } = parsed.value
  const { db, config } = context.services
  const made = await makeFeed(db, {
    feed: {
      id,
      accountId,
      name,
      language: context.language,
      hasSessions: shows === 'sessions',
      hasDeadlines: deadlines === 'on',
      hasWork: work === 'on',
    },
    now: context.now,
    actor: { kind: 'account', id: accountId },
  })
  if (made.ok) {
    // Shown by this answer and by no other: an address that leads here would have to carry the key.
    const address = config.baseUrl + feedPath(made.value.token)
    return data({ form: EMPTY_FORM, made: { name, address } }, { headers: KEYED_PAGE })
  }
  if (made.refusals.some(({ code }) => code === 'feed-made')) return seeOther(context, '/me/calendars?news=made')
  const isBusy = made.refusals.some(({ code }) => code === 'busy')
  return data(
    { form: refusedForm(form, made.refusals), made: null },
    { status: isBusy ? 503 : 409, headers: KEYED_PAGE },
  )
}

export const headers = () => KEYED_PAGE

export const meta: MetaFunction = (args) =>
  pageMeta(args, (t) => ({ title: t('agenda.title'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'me' }

export default function Calendars() {
  const { t, path } = usePage()
  const { living, ended, feedId, news } = useLoaderData<typeof loader>()
  const { form, made } = useActionData<typeof action>() ?? { form: EMPTY_FORM, made: null }
  if (made) return <CalendarReady {...made} />
  return (
    <main id="main" tabIndex={-1}>
      <ErrorSummary form={form} />
      <div className="split head">
        <p className="row hint">
          <a href={path('/me')}>{t('account.me.title')}</a>
        </p>
        <div className="flow">
          <h1>{t('agenda.title')}</h1>
          <p className="lead">{t('agenda.lead')}</p>
          {news && (
            <Note is="ok">
              <output>{t(`agenda.${news}`)}</output>
            </Note>
          )}
        </div>
      </div>
      <Leaf id="in-use" title={t('agenda.inUse')}>
        {living.length === 0 ? (
          <Empty title={t('agenda.none')}>
            <p>{t('agenda.noneLead')}</p>
          </Empty>
        ) : (
          <CalendarsInUse feeds={living} />
        )}
      </Leaf>
      <Leaf id="make" title={t('agenda.make')}>
        {living.length >= MOST_FEEDS ? (
          <p>{t('agenda.full', { count: MOST_FEEDS })}</p>
        ) : (
          <CalendarForm form={form} feedId={feedId} />
        )}
      </Leaf>
      {ended.length > 0 && (
        <Leaf id="ended" title={t('agenda.ended')}>
          <CalendarsEnded feeds={ended} />
        </Leaf>
      )}
    </main>
  )
}
