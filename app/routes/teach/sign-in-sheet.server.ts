import { logPaper, paperAsked } from './paper-asked.server.ts'
import { printSheet } from '#app/attendance/sheets/print-sheet.server.ts'
import { signInSheet } from '#app/attendance/sheets/sign-in-sheet.ts'
import { teachingOf } from '#app/attendance/sheets/teaching-of.server.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { paperPeople } from '#app/participants/paper/paper-people.server.ts'

/** The sign-in sheet that an address asks for, with its code: the same for the browser and for the typesetter. */
export async function askedSignInSheet(request: Request, context: RequestContext, slug: string) {
  const { db } = context.services
  const asked = await paperAsked(request, context, slug)
  const { event, track, session, day, parts, signedIn } = asked
  const sessionId = session?.takesSignUps ? session.id : null
  const [people, teaching] = await Promise.all([
    paperPeople(db, { ...asked.scope, sessionId }),
    teachingOf(db, { event, trackId: track?.id ?? null, heldOn: day }),
  ])
  await logPaper(context, asked, { kind: 'sign-in-sheet', rowCount: people.length })
  const printed = await printSheet(db, {
    eventId: event.id,
    trackId: track?.id ?? null,
    heldOn: day,
    sessionId: session?.id ?? null,
    parts,
    registrationIds: people.map(({ registrationId }) => registrationId),
    accountId: signedIn.accountId,
    now: context.now,
  })
  if (!printed.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const sheet = signInSheet(asked.asked, {
    event: asked.title,
    track,
    tracks: asked.tracks,
    people,
    heldOn: day,
    parts,
    code: printed.value.code,
    hours: session ? `${session.startsTime}–${session.endsTime}` : teaching.hours,
    room: session?.room ?? track?.room ?? null,
    instructors:
      session && session.people.length > 0 ? session.people.map((one) => one.fullName) : teaching.instructors,
    session: session?.title ?? '',
  })
  return { sheet, event, title: asked.title }
}
