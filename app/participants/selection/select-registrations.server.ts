import { type Kysely, type SelectQueryBuilder, type SqlBool, sql } from 'kysely'
import { hasAnswered, isAnsweredSo } from './has-answered.server.ts'
import { LACKING } from './lacking.server.ts'
import { RECENT_DAYS, type RegistrationFilter } from './registration-filter.ts'
import { like } from '../like.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { fold } from '#app/values/text.ts'
import type { Database } from '#db/schema.ts'

export interface Meant {
  eventId: string
  filter: RegistrationFilter
  now: Instant
}

/**
 * The registrations of an event that a filter means, with `people` and `orders` joined: one query without columns and
 * order yet. It is the one reading of a filter: lists, runs, files and broadcasts all start here.
 */
export function selectRegistrations(db: Kysely<Database>, meant: Meant) {
  return narrowed(joined(db, { people: true, orders: true }), meant)
}

/** The same with no more joined than the filter asks about: for counts, and for the ids of a page. */
export function selectMeant(db: Kysely<Database>, meant: Meant, besides: { people?: boolean } = {}) {
  const { search, countries, lacks, language } = meant.filter
  const people = besides.people === true || search !== '' || countries.length > 0 || lacks === 'name'
  return narrowed(joined(db, { people, orders: search !== '' || language !== null }), meant)
}

function narrowed(registrations: ReturnType<typeof joined>, { eventId, filter, now }: Meant) {
  const { search, states, ticketTypeIds, trackIds, countries, money, quotaId, sessionId, language } = filter
  const { answers, answer, proof, recent, lacks } = filter
  return registrations
    .where('registrations.eventId', '=', eventId)
    .$if(states.length > 0, (query) => query.where('registrations.state', 'in', states))
    .$if(ticketTypeIds.length > 0, (query) => query.where('registrations.ticketTypeId', 'in', ticketTypeIds))
    .$if(trackIds.length > 0, (query) => query.where(TRACK, 'in', trackIds))
    .$if(countries.length > 0, (query) => query.where('people.country', 'in', countries))
    .$if(language !== null, (query) => query.where('orders.language', '=', language!))
    .$if(money !== null, (query) => query.where(MONEY[money!]))
    .$if(recent !== null, (query) =>
      query.where('registrations.createdAt', '>=', addMinutes(now, -RECENT_DAYS[recent!] * 24 * 60)),
    )
    .$if(lacks !== null, (query) => query.where(LACKING[lacks!](eventId)))
    .$if(answers !== null, (query) => query.where(hasAnswered(answers!, { eventId, now })))
    .$if(answer !== null, (query) =>
      query.where(
        sql<SqlBool>`exists (select 1 from answers where answers.registration_id = registrations.id
          and answers.question_id = ${answer!.questionId} and answers.erased_at is null
          and ${isAnsweredSo(sql`${answer!.value}`)})`,
      ),
    )
    .$if(proof !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('proofs')
            .select('proofs.id')
            .whereRef('proofs.registrationId', '=', 'registrations.id')
            .where('proofs.state', '=', proof!),
        ),
      ),
    )
    .$if(quotaId !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('registrationSeats')
            .select('registrationSeats.registrationId')
            .whereRef('registrationSeats.registrationId', '=', 'registrations.id')
            .where('registrationSeats.quotaId', '=', quotaId!)
            .where('registrationSeats.isTaken', '=', 1),
        ),
      ),
    )
    .$if(sessionId !== null, (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('sessionSignUps')
            .select('sessionSignUps.registrationId')
            .whereRef('sessionSignUps.registrationId', '=', 'registrations.id')
            .where('sessionSignUps.sessionId', '=', sessionId!),
        ),
      ),
    )
    .$if(search !== '', (query) => query.where(({ or }) => or(matches(search))))
}

/** There always are both, as the schema says; a database that may think otherwise begins with the registrations. */
function joined(db: Kysely<Database>, { people, orders }: { people: boolean; orders: boolean }) {
  const left = db
    .selectFrom('registrations')
    .$if(people, (query) => query.leftJoin('people', 'people.id', 'registrations.personId'))
    .$if(orders, (query) => query.leftJoin('orders', 'orders.id', 'registrations.orderId'))
  return left as unknown as SelectQueryBuilder<Database, 'registrations' | 'people' | 'orders', object>
}

/** A registration's track, or else that of its ticket type. */
const TRACK = sql<string>`coalesce(registrations.track_id,
  (select ticket_types.track_id from ticket_types where ticket_types.id = registrations.ticket_type_id))`

const BILLED = sql`(select coalesce(sum(order_lines.amount_minor), 0) from order_lines
  where order_lines.order_id = registrations.order_id)`
const DUE = sql`(${BILLED}
  - (select coalesce(sum(payments.amount_minor), 0) from payments where payments.order_id = registrations.order_id)
  + (select coalesce(sum(refunds.amount_minor), 0) from refunds where refunds.order_id = registrations.order_id))`

const MONEY = {
  unpaid: sql<SqlBool>`${DUE} > 0`,
  paid: sql<SqlBool>`${DUE} <= 0 and ${BILLED} > 0`,
  free: sql<SqlBool>`${DUE} <= 0 and ${BILLED} <= 0`,
}

function matches(search: string) {
  const words = like(search.toLowerCase())
  return [
    sql<SqlBool>`people.sort_key like ${like(fold(search))} escape '!'`,
    sql<SqlBool>`lower(people.latin_name) like ${words} escape '!'`,
    sql<SqlBool>`lower(people.affiliation) like ${words} escape '!'`,
    sql<SqlBool>`people.email_key like ${words} escape '!'`,
    sql<SqlBool>`registrations.code like ${like(search.toUpperCase())} escape '!'`,
    sql<SqlBool>`orders.code like ${like(search.toUpperCase())} escape '!'`,
  ]
}
