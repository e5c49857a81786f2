import type { LoaderFunctionArgs } from '@remix-run/node'
import { calendarClient } from '#app/calendar/feeds/calendar-client.ts'
import { noteFetch } from '#app/calendar/feeds/note-fetch.server.ts'
import { feedOfToken } from '#app/calendar/feeds/queries.server.ts'
import { agendaCalendar } from '#app/calendar/own/agenda.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { describeFault } from '#app/http/error-log.server.ts'
import { CALENDAR_TYPE } from '#app/http/feed-answer.server.ts'
import { feedLoader } from '#app/http/feed-loader.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import { countAttempt } from '#app/people/count-attempt.server.ts'
import { networkOf } from '#app/people/network-of.ts'

/** More than a program with an old address asks, and nothing for who wants to guess one of 2²⁵⁶. */
const UNKNOWN = { limit: 100, windowMinutes: 60 }

const answer = feedLoader(async ({ request, params, context }) => {
  const { services, now } = context
  const { db, config } = services
  const feed = await feedOfToken(db, params.token ?? '', { mayDemonstrate: config.mode === 'demo' })
  if (feed === null || feed === 'gone') return feed
  const language = languageOf(feed.language)
  const agenda = {
    ...feed,
    language,
    hasSessions: feed.hasSessions === 1,
    hasDeadlines: feed.hasDeadlines === 1,
    hasWork: feed.hasWork === 1,
  }
  const body = await agendaCalendar(db, config, agenda, now, (error) => warn(context, error))
  const client = calendarClient(request.headers.get('User-Agent'))
  await noteFetch(db, feed, { client, now }).catch((error: unknown) => warn(context, error))
  return { body, type: CALENDAR_TYPE, updatedAt: null, filename: 'plenary.ics', isPrivate: true, language }
})

/** A person's own calendar: for programs that keep no cookie and whose user is not there to sign in. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const response = await answer(args)
  if (response.status === 404 && !(await isWithinLimit(args.context)))
    return new Response(null, { status: 429, headers: { ...PRIVATE, 'Retry-After': '3600' } })
  const { status, headers } = response
  for (const [name, value] of Object.entries(PRIVATE)) headers.set(name, value)
  if (status === 200 || status === 304) {
    headers.set('Cache-Control', 'private, max-age=900')
    return response
  }
  headers.delete('Content-Type')
  return new Response(null, { status, headers })
}

const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer', 'X-Robots-Tag': 'noindex' }

async function isWithinLimit({ services: { db }, clientAddress, now }: RequestContext): Promise<boolean> {
  const bucket = `unknown-calendar-from:${networkOf(clientAddress)}`
  return await countAttempt(db, { bucket, ...UNKNOWN, now }).catch(() => true)
}

/** Without the address, which is the key. */
function warn({ services: { log }, requestId }: RequestContext, error: unknown): void {
  log.warn({ requestId, fault: describeFault(error) }, 'own calendar')
}
