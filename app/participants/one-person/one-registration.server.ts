import type { Kysely } from 'kysely'
import { ON_REQUEST } from '../lists/visible-fields.ts'
import { historyOf } from './history.server.ts'
import { moneyOf } from './money-of.server.ts'
import { othersOf } from './others.server.ts'
import { TRACK_OF } from '#app/registrations/track-of.server.ts'
import type { Database, QuestionsTable } from '#db/schema.ts'

interface Asked {
  eventId: string
  registrationId: string
  /** Whose answers the reader may read. */
  audiences: QuestionsTable['audience'][]
}

/** As many rows of a kind as one reads on a page about one person. */
const MOST = 50

/**
 * Everything that happened to one registration of an event, in a fixed number of queries; null when the event has none
 * with this id.
 */
export async function oneRegistration(db: Kysely<Database>, { eventId, registrationId, audiences }: Asked) {
  const seat = await seatOf(db, { eventId, registrationId })
  if (!seat) return null
  const { orderId, emailKey } = seat
  const [money, answers, proof, consents, changes, seats] = await Promise.all([
    moneyOf(db, orderId),
    answersOf(db, registrationId, audiences),
    proofOf(db, registrationId),
    db.selectFrom('consents').select(['kind', 'version', 'isGiven']).where('orderId', '=', orderId).execute(),
    changesOf(db, registrationId),
    seatsOfOrder(db, orderId),
  ])
  const [sessions, waiting, messages, others, history] = await Promise.all([
    sessionsOf(db, registrationId),
    emailKey === null ? [] : waitingOf(db, eventId, emailKey),
    messagesOf(db, { eventId, emailKey }),
    emailKey === null ? [] : othersOf(db, { emailKey, registrationId, limit: MOST }),
    historyOf(db, { eventId, registrationId, orderId, personId: seat.personId }),
  ])
  return { seat, money, answers, proof, consents, changes, seats, sessions, waiting, messages, others, history }
}

async function seatOf(db: Kysely<Database>, { eventId, registrationId }: Omit<Asked, 'audiences'>) {
  return await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people as orderer', 'orderer.id', 'orders.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.heldUntil'])
    .select(['registrations.createdAt', 'registrations.confirmedAt', 'registrations.endedAt', 'registrations.note'])
    .select([
      'registrations.orderId',
      'registrations.personId',
      'registrations.ticketTypeId',
      'registrations.updatedAt',
    ])
    .select(['registrations.mainRegistrationId', 'registrations.replacesId'])
    .select(TRACK_OF.as('trackId'))
    .select(['people.fullName', 'people.latinName', 'people.badgeName', 'people.email', 'people.emailKey'])
    .select(['people.country', 'people.affiliation', 'people.erasedAt'])
    .select(['orders.code as orderCode', 'orders.keyVersion', 'orders.language', 'orders.paymentMethod'])
    .select(['orders.dueAt', 'orders.confirmsOn', 'orderer.id as ordererId', 'orderer.fullName as ordererName'])
    .select(['payers.name as payerName', 'payers.organization as payerOrganization'])
    .where('registrations.id', '=', registrationId)
    .where('registrations.eventId', '=', eventId)
    .executeTakeFirst()
}

function answersOf(db: Kysely<Database>, registrationId: string, audiences: QuestionsTable['audience'][]) {
  return db
    .selectFrom('answers')
    .innerJoin('questions', 'questions.id', 'answers.questionId')
    .select(['answers.questionId', 'answers.value', 'answers.asked', 'answers.answeredAt', 'answers.erasedAt'])
    .where('answers.registrationId', '=', registrationId)
    .where('questions.audience', 'in', [...audiences, '' as 'organizers'])
    .where('questions.meaning', 'not in', ON_REQUEST)
    .orderBy('questions.position')
    .execute()
}

async function proofOf(db: Kysely<Database>, registrationId: string) {
  const proof = await db
    .selectFrom('proofs')
    .select(['id', 'eligibility', 'how', 'state', 'createdAt', 'verifiedAt'])
    .where('registrationId', '=', registrationId)
    .executeTakeFirst()
  return proof ?? null
}

function changesOf(db: Kysely<Database>, registrationId: string) {
  return db
    .selectFrom('seatChanges')
    .select(['id', 'kind', 'state', 'toTicketTypeId', 'differenceMinor', 'currency', 'heldUntil', 'createdAt'])
    .where('registrationId', '=', registrationId)
    .orderBy('createdAt')
    .limit(MOST)
    .execute()
}

function seatsOfOrder(db: Kysely<Database>, orderId: string) {
  return db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .select(['registrations.id', 'registrations.code', 'registrations.state', 'registrations.ticketTypeId'])
    .select(['registrations.mainRegistrationId', 'people.fullName'])
    .where('registrations.orderId', '=', orderId)
    .orderBy('registrations.id')
    .limit(MOST)
    .execute()
}

function sessionsOf(db: Kysely<Database>, registrationId: string) {
  return db
    .selectFrom('sessionSignUps')
    .innerJoin('sessions', 'sessions.id', 'sessionSignUps.sessionId')
    .select(['sessions.id', 'sessions.title', 'sessions.startsAt', 'sessions.room'])
    .where('sessionSignUps.registrationId', '=', registrationId)
    .orderBy('sessions.startsAt')
    .limit(MOST)
    .execute()
}

function waitingOf(db: Kysely<Database>, eventId: string, emailKey: string) {
  return db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select(['entry.id', 'entry.state', 'entry.partySize', 'entry.joinedAt'])
    .where('people.emailKey', '=', emailKey)
    .where('entry.eventId', '=', eventId)
    .orderBy('entry.joinedAt')
    .limit(MOST)
    .execute()
}

/** What was written to the person about this event, the newest first. */
function messagesOf(db: Kysely<Database>, { eventId, emailKey }: { eventId: string; emailKey: string | null }) {
  return db
    .selectFrom('messages')
    .select(['id', 'template', 'state', 'createdAt', 'sentAt', 'dueAt'])
    .where('recipientKey', '=', emailKey ?? '')
    .where('eventId', '=', eventId)
    .orderBy('createdAt', 'desc')
    .limit(MOST)
    .execute()
}
