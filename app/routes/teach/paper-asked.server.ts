import { scopedTracks } from './reading.ts'
import { SHEET_PARTS, type SheetParts } from '#app/attendance/sheets/sheet-parts.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import type { PaperScope } from '#app/participants/paper/paper-people.server.ts'
import { MOST_ON_PAPER, PAPER_SIZES } from '#app/participants/paper/paper-printer.ts'
import type { PaperAsked } from '#app/participants/paper/paper-words.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { daysOfEvent } from '#app/programme/event-days.ts'
import { listSessions } from '#app/programme/list-sessions.server.ts'
import { boundsOf, wallClock } from '#app/values/moment.ts'

/** What a paper is asked for: by whom, for which track and day, to sign for what, on which size. */
export async function paperAsked(request: Request, context: RequestContext, slug: string) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, slug)
  const { services, language, now } = context
  const address = new URL(request.url).searchParams
  const [names, shown, all] = await Promise.all([
    listNames(services.db, { eventId: event.id }, language),
    findEventForEditing(services.db, event.id, language),
    listSessions(services.db, event.id),
  ])
  const { title, startsOn, endsOn, zone } = shown!
  const tracks = scopedTracks(names.tracks, trackIds)
  // Who teaches some tracks prints one of them at a time: a sheet of everybody is not theirs to take back.
  const track =
    tracks.find(({ id }) => id === address.get('track')) ??
    (trackIds === 'all' && names.tracks.length !== 1 ? null : (tracks[0] ?? null))
  const days = daysOfEvent({ firstOn: boundsOf(startsOn).first, lastOn: boundsOf(endsOn).last })
  const today = wallClock(now, zone).day
  const sessions = all.filter(
    ({ kind, trackId }) =>
      kind !== 'break' && kind !== 'social' && (trackId === null || tracks.some(({ id }) => id === trackId)),
  )
  const session = sessions.find(({ id }) => id === address.get('session')) ?? null
  const byDay = SHEET_PARTS.filter((parts) => parts !== 'session')
  const parts: SheetParts = session ? 'session' : (byDay.find((one) => one === address.get('parts')) ?? 'am,pm')
  const day = days.find((one) => one === address.get('day')) ?? (days.includes(today) ? today : days[0]!)
  const asked: PaperAsked = {
    language,
    t: translator(language),
    paper: PAPER_SIZES.find((size) => size === address.get('paper')) ?? 'a4',
    today,
  }
  const scope: PaperScope = { eventId: event.id, trackIds, trackId: track?.id ?? null }
  return {
    signedIn,
    event: { ...event, slug: shown!.slug },
    title,
    trackIds,
    tracks,
    ticketTypes: names.ticketTypes,
    track,
    days,
    day: session?.heldOn ?? day,
    sessions,
    session,
    parts,
    asked,
    scope,
  }
}

export type AskedPaper = Awaited<ReturnType<typeof paperAsked>>

/** Writes down who took which paper away; without that nobody gets one, and nobody gets one that says less than it should. */
export async function logPaper(
  context: RequestContext,
  { signedIn, event, track }: Pick<AskedPaper, 'signedIn' | 'event' | 'track'>,
  { kind, rowCount }: { kind: string; rowCount: number },
): Promise<void> {
  if (rowCount > MOST_ON_PAPER) throw new Response(null, { status: 413 })
  const logged = await recordDownload(context.services.db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: track?.id ?? null,
    kind,
    rowCount,
    now: context.now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
}
