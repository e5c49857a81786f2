import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { MOST_ON_PAPER, PAPER_SIZES } from '#app/participants/paper/paper-printer.ts'
import type { PaperAsked } from '#app/participants/paper/paper-words.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { wallClock } from '#app/values/moment.ts'

/** What the desk asks to be printed: `?track=`, `?paper=letter`. */
export async function deskPaper(request: Request, context: RequestContext, slug: string) {
  const { signedIn, event } = await requireRight(request, context, slug, 'people')
  const { services, language, now } = context
  const { db } = services
  const address = new URL(request.url).searchParams
  const [names, shown] = await Promise.all([
    listNames(db, { eventId: event.id }, language),
    findEventForEditing(db, event.id, language),
  ])
  const asked: PaperAsked = {
    language,
    t: translator(language),
    paper: PAPER_SIZES.find((size) => size === address.get('paper')) ?? 'a4',
    today: wallClock(now, shown!.zone).day,
  }
  const track = names.tracks.find(({ id }) => id === address.get('track')) ?? null
  const { title, slug: eventSlug } = shown!
  /** Writes down who took it away; without that nobody gets it, and nobody gets one that says less than it should. */
  const log = async (kind: string, rowCount: number): Promise<void> => {
    if (rowCount > MOST_ON_PAPER) throw new Response(null, { status: 413 })
    const by = { accountId: signedIn.accountId, eventId: event.id, trackId: track?.id ?? null }
    const logged = await recordDownload(db, { ...by, kind, rowCount, now })
    if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  }
  return { event, title, slug: eventSlug, ...names, track, asked, address, log }
}
