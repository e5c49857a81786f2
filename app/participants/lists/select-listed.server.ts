import { type Kysely, type RawBuilder, type SelectQueryBuilder, sql, type SqlBool } from 'kysely'
import { like } from '../like.ts'
import type { ListFilter } from './list-filter.ts'
import type { ListField } from './visible-fields.ts'
import { type Instant, wallClock } from '#app/values/moment.ts'
import { fold } from '#app/values/text.ts'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import type { Database } from '#db/schema.ts'

/** Whose list: of one event, as far as its reader may see. */
export interface ListScope {
  eventId: string
  trackIds: string[] | 'all'
}

/** A filter with what the programme and the clock say to it. */
export interface ResolvedFilter extends ListFilter {
  /** What the reader sees: nothing else is searched or filtered by. */
  fields: ListField[]
  /** Null: there is no such session. Undefined: none is asked for. */
  session: { id: string; trackId: string | null; takesSignUps: boolean } | null | undefined
  /** At the event. */
  today: string
}

/** What a filter means today, at this event; in at most two queries. */
export async function resolveFilter(
  db: Kysely<Database>,
  { eventId, filter, fields, now }: { eventId: string; filter: ListFilter; fields: ListField[]; now: Instant },
): Promise<ResolvedFilter> {
  const { zone } = await db.selectFrom('events').select('zone').where('id', '=', eventId).executeTakeFirstOrThrow()
  const today = wallClock(now, zone).day
  if (filter.sessionId === null) return { ...filter, fields, session: undefined, today }
  const found = await db
    .selectFrom('sessions')
    .select(['id', 'trackId', 'takesSignUps'])
    .where('id', '=', filter.sessionId)
    .where('eventId', '=', eventId)
    .executeTakeFirst()
  const session = found ? { ...found, takesSignUps: found.takesSignUps === 1 } : null
  return { ...filter, fields, session, today }
}

/** The participants whom a reader may see at all: confirmed registrations, in their tracks. */
export function selectListed(db: Kysely<Database>, scope: ListScope, besides = { people: true }) {
  return selectInReach(db, scope, besides).where('registrations.state', '=', 'confirmed')
}

/** Registrations of a reader's tracks, whatever became of them. */
export function selectInReach(db: Kysely<Database>, { eventId, trackIds }: ListScope, { people } = { people: true }) {
  // There always are both, as the schema says; a database that may think otherwise begins with the registrations, and looks
  // up the others only where they are asked for.
  const left = db
    .selectFrom('registrations')
    .$if(people, (query) => query.leftJoin('people', 'people.id', 'registrations.personId'))
    .leftJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
  const joined = left as unknown as SelectQueryBuilder<Database, 'registrations' | 'people' | 'ticketTypes', object>
  return joined
    .where('registrations.eventId', '=', eventId)
    .$if(trackIds !== 'all', (query) => query.where(TRACK_OF, 'in', [...(trackIds as string[]), '']))
}

/** Those of them that a filter means; to count them, without the people if nothing is asked about those. */
export function selectFiltered(
  db: Kysely<Database>,
  scope: ListScope,
  filter: ResolvedFilter,
  { isCounted } = { isCounted: false },
) {
  const { trackId, session, day, search, group, show, language, country, fields, today } = filter
  const sees = (field: ListField) => fields.includes(field)
  const people = !isCounted || search !== '' || language !== '' || country !== ''
  return selectListed(db, scope, { people })
    .$if(trackId !== null && sees('track'), (query) => query.where(TRACK_OF, '=', trackId!))
    .$if(session !== undefined && sees('track'), (query) => query.where(isInSession(session!)))
    .$if(day !== null, (query) => query.where(isLetIn(day!)))
    .$if(search !== '', (query) => query.where(({ or }) => or(matches(search, sees))))
    .$if(group !== '' && sees('group'), (query) =>
      query.where(
        'registrations.id',
        'in',
        db
          .selectFrom('labGroups')
          .select('registrationId')
          .where('eventId', '=', scope.eventId)
          .where('name', '=', group),
      ),
    )
    .$if(language !== '' && sees('language'), (query) => query.where('people.language', '=', language))
    .$if(country !== '' && sees('country'), (query) => query.where('people.country', '=', country))
    .$if(show === 'absent-today' && sees('track'), (query) => query.where(isAbsent(scope.eventId, today)))
    .$if(show === 'waiting', (query) => query.where(sql<SqlBool>`1 = 0`))
}

function isInSession(session: NonNullable<ResolvedFilter['session']> | null): RawBuilder<SqlBool> {
  if (session === null) return sql<SqlBool>`1 = 0`
  if (session.takesSignUps)
    return sql<SqlBool>`registrations.id in
      (select registration_id from session_sign_ups where session_id = ${session.id})`
  return session.trackId === null ? sql<SqlBool>`1 = 1` : sql<SqlBool>`${TRACK_OF} = ${session.trackId}`
}

/** A ticket type without days lets in on all. */
function isLetIn(day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`(registrations.ticket_type_id in (select ticket_type_id from ticket_type_days where held_on = ${day})
    or registrations.ticket_type_id not in (select ticket_type_id from ticket_type_days))`
}

/** Nobody has seen them at anything of that day. */
function isAbsent(eventId: string, day: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`registrations.id not in (
    select registration_id from attendance_states where event_id = ${eventId} and state = 'present'
      and (slot in (${`day:${day}`}, ${`half:${day}:am`}, ${`half:${day}:pm`})
        or slot in (select concat('session:', id) from sessions where event_id = ${eventId} and held_on = ${day})))`
}

/** Only in what the reader sees: a search must not tell what a list does not. */
function matches(search: string, sees: (field: ListField) => boolean): RawBuilder<SqlBool>[] {
  const words = like(search.toLowerCase())
  return [
    sql<SqlBool>`registrations.code like ${like(search.toUpperCase())} escape '!'`,
    ...(sees('fullName')
      ? [
          sql<SqlBool>`people.sort_key like ${like(fold(search))} escape '!'`,
          sql<SqlBool>`lower(people.latin_name) like ${words} escape '!'`,
        ]
      : []),
    ...(sees('badgeName') ? [sql<SqlBool>`lower(people.badge_name) like ${words} escape '!'`] : []),
    ...(sees('affiliation') ? [sql<SqlBool>`lower(people.affiliation) like ${words} escape '!'`] : []),
    ...(sees('email') ? [sql<SqlBool>`people.email_key like ${words} escape '!'`] : []),
  ]
}
