import type { LoaderFunctionArgs } from '@remix-run/node'
import { scopedTracks } from './reading.ts'
import { teachFrame } from './teach-frame.server.ts'
import { requireInstructor } from '#app/http/guards.server.ts'
import { fellowInstructors } from '#app/participants/home/fellow-instructors.server.ts'
import { readDue } from '#app/participants/home/read-due.server.ts'
import { taughtEvent } from '#app/participants/home/taught-event.server.ts'
import { taughtSessions } from '#app/participants/home/taught-sessions.server.ts'
import { workshopFigures } from '#app/participants/home/workshop-figures.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { countChanges } from '#app/participants/rosters/changes.server.ts'
import { findReading } from '#app/participants/rosters/find-reading.server.ts'
import { findRoster } from '#app/participants/rosters/find-roster.server.ts'
import { wallClock } from '#app/values/moment.ts'

/** So many sessions stand on the page. */
const SESSIONS = 6

/** Everything that the home of a workshop shows: a number of queries that does not grow with it. */
export async function readOverview({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event, trackIds } = await requireInstructor(request, context, params.event!)
  const { services, now, language } = context
  const { db } = services
  const scope = { eventId: event.id, trackIds }
  const [frame, shown, roster, seenAt, due, figures, names, sessions] = await Promise.all([
    teachFrame(context, scope),
    taughtEvent(db, event.id),
    findRoster(db, event.id),
    findReading(db, { eventId: event.id, accountId: signedIn.accountId }),
    readDue(db, { events: [{ id: event.id, trackIds }], accountId: signedIn.accountId, now }),
    workshopFigures(db, scope),
    listNames(db, { eventId: event.id }, language),
    taughtSessions(db, { ...scope, now, limit: SESSIONS }),
  ])
  const fellows = await fellowInstructors(db, {
    event: { ...event, language: shown.language },
    accountId: signedIn.accountId,
  })
  const { frozenAt } = roster
  const since = seenAt !== null && frozenAt !== null && seenAt > frozenAt ? seenAt : frozenAt
  return {
    frame,
    event: { ...shown, title: frame.event.title, slug: event.slug },
    roster: { frozenAt, day: frozenAt === null ? roster.day : wallClock(frozenAt, shown.zone).day, at: roster.at },
    changes: frozenAt === null ? null : await countChanges(db, { ...scope, frozenAt, since: since! }),
    due: due.get(event.id) ?? [],
    figures,
    tracks: { all: names.tracks, own: trackIds === 'all' ? [] : scopedTracks(names.tracks, trackIds) },
    sessions: sessions.sessions,
    materials: sessions.materials,
    fellows,
  }
}
