import { scopedTracks } from './reading.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { labOfSeat } from '#app/participants/lab/lab-queries.server.ts'
import { listNames } from '#app/participants/queries.server.ts'

/**
 * Which lab is meant: of a track that the reader teaches (`?track=`), or ('') of the whole event, which is for those who
 * teach all of it. Without a word it is the first one that is theirs.
 */
export async function labAsked(request: Request, context: RequestContext, slug: string) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, slug)
  const names = await listNames(context.services.db, { eventId: event.id }, context.language)
  const tracks = scopedTracks(names.tracks, trackIds)
  const wanted = new URL(request.url).searchParams.get('track')
  const isWhole = trackIds === 'all' && (wanted === '' || tracks.length === 0)
  const track = isWhole ? null : (tracks.find(({ id }) => id === wanted) ?? tracks[0] ?? null)
  if (!isWhole && track === null) throw notFound()
  const trackId = track?.id ?? ''
  return {
    signedIn,
    event,
    slug,
    trackIds,
    tracks,
    track,
    trackId,
    mayChooseAll: trackIds === 'all',
    /** What the commands of a lab begin with. */
    lab: { eventId: event.id, trackId, accountId: signedIn.accountId, now: context.now },
    /** The lab's page, without the language in front. */
    page: labPage(slug, trackId),
  }
}

/** A seat that the reader teaches at. @throws 404 for any other. */
export async function seatAsked(request: Request, context: RequestContext, slug: string, seatId: string) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, slug)
  const found = await labOfSeat(context.services.db, { eventId: event.id, seatId })
  if (!found || (trackIds !== 'all' && !trackIds.includes(found.trackId))) throw notFound()
  return {
    event,
    trackIds,
    trackId: found.trackId,
    seat: { eventId: event.id, seatId, accountId: signedIn.accountId, now: context.now },
    page: labPage(slug, found.trackId),
  }
}

function labPage(slug: string, trackId: string): string {
  return `/teach/${slug}/lab?${new URLSearchParams({ track: trackId })}`
}
