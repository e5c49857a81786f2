import type { Kysely } from 'kysely'
import type { RosterEntry } from './replay-entries.ts'
import { enqueueMessages } from '#app/mail/enqueue.server.ts'
import { taughtTracks } from '#app/people/rights.ts'
import { addDays, type Instant, instantOf, wallClock } from '#app/values/moment.ts'
import { emailKey } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface Instructor {
  accountId: string
  email: string
  name: string
  language: string
  trackIds: string[] | 'all'
}

interface RosterEvent {
  id: string
  seriesId: string
  language: string
}

/** The hour of the day, where the event is, at which a second mail of changes goes out on the next day. */
const MORNING = '06:00'

/** Who holds the role of an instructor on the event, on tracks of it or on its series, and what each teaches. */
export async function instructorsOf(db: Kysely<Database>, event: RosterEvent): Promise<Instructor[]> {
  const rows = await db
    .selectFrom('roles')
    .innerJoin('accounts', 'accounts.id', 'roles.accountId')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['roles.role', 'roles.scope', 'roles.scopeId', 'roles.trackId', 'people.language'])
    .select(['accounts.id as accountId', 'accounts.email', 'people.fullName as name'])
    .where('roles.role', '=', 'instructor')
    .where('roles.scope', 'in', ['event', 'series'])
    .where('roles.scopeId', 'in', [event.id, event.seriesId])
    .where('accounts.isDisabled', '=', 0)
    .orderBy('people.sortKey')
    .orderBy('accounts.id')
    .execute()
  return [...Map.groupBy(rows, ({ accountId }) => accountId).values()].flatMap((own) => {
    const { accountId, email, name, language } = own[0]!
    const trackIds = taughtTracks(own, event)
    return trackIds.length === 0 ? [] : [{ accountId, email, name, language: language ?? event.language, trackIds }]
  })
}

/** Tells each instructor once that the list of their tracks is frozen: how many they are, never who. */
export async function tellOfFreeze(
  db: Kysely<Database>,
  { event, instructors, now }: { event: RosterEvent; instructors: Instructor[]; now: Instant },
): Promise<void> {
  const messages = instructors.map((one) => ({
    ...mailTo(one, event),
    template: 'roster-frozen' as const,
    occasion: now,
  }))
  await enqueueMessages(db, messages, now)
}

/**
 * Tells the instructors of the touched tracks that somebody came or left: one mail a day at most. Whoever had one today
 * gets the next tomorrow morning; it is written when it is sent, so that it has all that happened since the last one.
 */
export async function tellOfChanges(
  db: Kysely<Database>,
  {
    event,
    instructors,
    changes,
    now,
  }: { event: RosterEvent & { zone: string }; instructors: Instructor[]; changes: RosterEntry[]; now: Instant },
): Promise<void> {
  const touched = new Set(
    changes.flatMap(({ trackId, fromTrackId, kind }) => (kind === 'moved' ? [trackId, fromTrackId] : [trackId])),
  )
  const concerned = instructors.filter(({ trackIds }) => trackIds === 'all' || trackIds.some((id) => touched.has(id)))
  if (concerned.length === 0) return
  const { day } = wallClock(now, event.zone)
  const told = await db
    .selectFrom('messages')
    .select('recipientKey')
    .where('template', '=', 'roster-changed')
    .where('subjectId', '=', event.id)
    .where('occasion', '=', day)
    .execute()
  const toldToday = new Set(told.map(({ recipientKey }) => recipientKey))
  const messages = concerned.map((one) => {
    const mail = { ...mailTo(one, event), template: 'roster-changed' as const }
    if (!toldToday.has(emailKey(one.email))) return { ...mail, occasion: day }
    const next = addDays(day, 1)
    return { ...mail, occasion: next, dueAt: instantOf(next, MORNING, event.zone) }
  })
  await enqueueMessages(db, messages, now)
}

function mailTo({ email, name, language, trackIds }: Instructor, event: RosterEvent) {
  return {
    subjectId: event.id,
    recipient: { email, name },
    language,
    eventId: event.id,
    props: { trackIds: trackIds === 'all' ? 'all' : trackIds.join(',') },
  }
}
