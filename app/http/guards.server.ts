import { notFound, seeOther } from './answers.ts'
import type { RequestContext } from './context.server.ts'
import { readSignInToken } from './sign-in-cookie.server.ts'
import { findSignedIn } from '#app/people/find-signed-in.server.ts'
import { eventPlace, seriesWithin } from '#app/people/queries.server.ts'
import {
  deskReach,
  type EventRight,
  financeReach,
  isAdministrator,
  isNowhere,
  markedTracks,
  mayAtEvent,
  organizedReach,
  rightsAt,
  taughtReach,
  taughtTracks,
  workReach,
} from '#app/people/rights.ts'
import type { SignedIn } from '#app/people/signed-in.ts'

export type { SignedIn }

/** Several loaders of one page ask the same question. */
const asked = new WeakMap<RequestContext, Promise<SignedIn | null>>()

/** Who asks, or null for a stranger. */
export function signedIn(request: Request, context: RequestContext): Promise<SignedIn | null> {
  const known = asked.get(context)
  if (known) return known
  const answer = find(request, context)
  asked.set(context, answer)
  return answer
}

/** Who asks. @throws a redirect to the sign-in page, which leads back. */
export async function requireSignedIn(request: Request, context: RequestContext): Promise<SignedIn> {
  const found = await signedIn(request, context)
  if (found) return found
  const { pathname, search } = new URL(request.url)
  const back = request.method === 'GET' || request.method === 'HEAD' ? pathname + search : pathname
  throw seeOther(context, `/signin?${new URLSearchParams({ to: back })}`)
}

/** An organizer of the event, of its series, or an administrator. @throws 404 for everybody else. */
export async function requireOrganizer(request: Request, context: RequestContext, eventSlug: string) {
  return await requireRight(request, context, eventSlug, 'organize')
}

/** Somebody who may do this at the event, and all that they may. @throws 404 for everybody else. */
export async function requireRight(request: Request, context: RequestContext, eventSlug: string, right: EventRight) {
  const { signedIn, event } = await askedFor(request, context, eventSlug)
  if (!mayAtEvent(signedIn.roles, right, event)) throw notFound()
  return { signedIn, event, rights: rightsAt(signedIn.roles, event) }
}

/** Somebody with work at any event: at which, and the series in which they may create events. @throws 404 for others. */
export async function requireWorkspace(request: Request, context: RequestContext) {
  const signedIn = await requireSignedIn(request, context)
  const reach = workReach(signedIn.roles)
  if (isNowhere(reach)) throw notFound()
  const series = await seriesWithin(context.services.db, organizedReach(signedIn.roles), context.language)
  return { signedIn, reach, series }
}

/** Somebody who organizes anything: where, and the series in which they may create events. @throws 404 for others. */
export async function requireSeriesOrganizer(request: Request, context: RequestContext) {
  const signedIn = await requireSignedIn(request, context)
  const reach = organizedReach(signedIn.roles)
  if (isNowhere(reach)) throw notFound()
  return { signedIn, reach, series: await seriesWithin(context.services.db, reach, context.language) }
}

/** An instructor of the event or of some of its tracks, or an organizer of it. @throws 404 for everybody else. */
export async function requireInstructor(request: Request, context: RequestContext, eventSlug: string) {
  const { signedIn, event } = await askedFor(request, context, eventSlug)
  const trackIds = taughtTracks(signedIn.roles, event)
  if (trackIds.length === 0) throw notFound()
  return { signedIn, event, trackIds }
}

/** Somebody who may mark attendance: an instructor, the front desk, an organizer. @throws 404 for everybody else. */
export async function requireMarking(request: Request, context: RequestContext, eventSlug: string) {
  const { signedIn, event } = await askedFor(request, context, eventSlug)
  const trackIds = markedTracks(signedIn.roles, event)
  if (trackIds.length === 0) throw notFound()
  return { signedIn, event, trackIds }
}

/** Somebody who teaches or organizes anything, and where. @throws 404 for others. */
export async function requireTeaching(request: Request, context: RequestContext) {
  const signedIn = await requireSignedIn(request, context)
  const reach = taughtReach(signedIn.roles)
  if (isNowhere(reach)) throw notFound()
  return { signedIn, reach }
}

/** Somebody in finance, and whose money they may see. @throws 404 for others. */
export async function requireFinance(request: Request, context: RequestContext) {
  const signedIn = await requireSignedIn(request, context)
  const reach = financeReach(signedIn.roles)
  if (isNowhere(reach)) throw notFound()
  return { signedIn, reach }
}

/** Somebody at a desk, or in finance, and for which events. @throws 404 for others. */
export async function requireDesk(request: Request, context: RequestContext) {
  const signedIn = await requireSignedIn(request, context)
  const reach = deskReach(signedIn.roles)
  if (isNowhere(reach)) throw notFound()
  return { signedIn, reach, isFinance: !isNowhere(financeReach(signedIn.roles)) }
}

/** @throws 404 for everybody who is no administrator. */
export async function requireAdministrator(request: Request, context: RequestContext) {
  const signedIn = await requireSignedIn(request, context)
  if (!isAdministrator(signedIn.roles)) throw notFound()
  return { signedIn }
}

/** A stranger is sent to sign in whether the event exists or not. */
async function askedFor(request: Request, context: RequestContext, eventSlug: string) {
  const signedIn = await requireSignedIn(request, context)
  const event = await eventPlace(context.services.db, eventSlug)
  if (!event) throw notFound()
  return { signedIn, event }
}

async function find(request: Request, { services: { db, config }, now }: RequestContext): Promise<SignedIn | null> {
  const token = readSignInToken(request, config)
  if (token === null) return null
  return await findSignedIn(db, { token, now, mayDemonstrate: config.mode === 'demo' })
}
