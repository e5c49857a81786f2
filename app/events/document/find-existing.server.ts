import type { Kysely } from 'kysely'
import { quotaNames, sessionKey } from './ids.ts'
import type { Database } from '#db/schema.ts'

/** What an event has already, with what hangs on it. */
export interface Existing {
  tracks: { id: string; code: string }[]
  quotas: { id: string; name: string; taken: number }[]
  ticketTypes: { id: string; code: string }[]
  questions: { id: string; code: string }[]
  sessions: { id: string; key: string }[]
  blocks: { id: string; name: string; seats: BlockSeats[] }[]
  campaigns: { id: string; name: string }[]
  vouchers: { id: string; code: string; used: number }[]
}

export interface BlockSeats {
  quotaId: string
  size: number
  remaining: number
}

/** What these events have, by event id. */
export async function findExisting(db: Kysely<Database>, eventIds: string[]): Promise<Map<string, Existing>> {
  const ids = eventIds.length > 0 ? eventIds : ['']
  const tracks = await db.selectFrom('tracks').select(['id', 'eventId', 'code']).where('eventId', 'in', ids).execute()
  const types = await db
    .selectFrom('ticketTypes')
    .select(['id', 'eventId', 'code'])
    .where('eventId', 'in', ids)
    .execute()
  const questions = await db
    .selectFrom('questions')
    .select(['id', 'eventId', 'code'])
    .where('eventId', 'in', ids)
    .execute()
  const quotas = await db
    .selectFrom('quotas')
    .select(['id', 'eventId', 'name', 'taken'])
    .where('eventId', 'in', ids)
    .orderBy('position')
    .execute()
  const sessions = await db
    .selectFrom('sessions')
    .leftJoin('tracks', 'tracks.id', 'sessions.trackId')
    .select(['sessions.id', 'sessions.eventId', 'sessions.code', 'sessions.heldOn', 'sessions.startsTime'])
    .select(['sessions.title', 'tracks.code as track'])
    .where('sessions.eventId', 'in', ids)
    .execute()
  const { blocks, seats, campaigns, vouchers } = await findReserved(db, ids)
  const own = <T extends { eventId: string }>(rows: T[], eventId: string) =>
    rows.filter((row) => row.eventId === eventId)
  return new Map(
    eventIds.map((id) => [
      id,
      {
        tracks: own(tracks, id),
        quotas: own(quotas, id),
        ticketTypes: own(types, id),
        questions: own(questions, id),
        sessions: own(sessions, id).map((session) => ({ id: session.id, key: sessionKey(session) })),
        blocks: own(blocks, id).map((block) => ({
          ...block,
          seats: seats.filter(({ reservationId }) => reservationId === block.id),
        })),
        campaigns: own(campaigns, id),
        vouchers: own(vouchers, id),
      },
    ]),
  )
}

async function findReserved(db: Kysely<Database>, ids: string[]) {
  const standing = db
    .selectFrom('reservations')
    .where('eventId', 'in', ids)
    .where('kind', '=', 'block')
    .where('endedAt', 'is', null)
  return {
    blocks: await standing.select(['id', 'eventId', 'name']).orderBy('id').execute(),
    seats: await db
      .selectFrom('reservedSeats')
      .selectAll()
      .where('reservationId', 'in', standing.select('id'))
      .orderBy('quotaId')
      .execute(),
    campaigns: await db
      .selectFrom('voucherCampaigns')
      .select(['id', 'eventId', 'name'])
      .where('eventId', 'in', ids)
      .orderBy('id')
      .execute(),
    vouchers: await db
      .selectFrom('vouchers')
      .select(['id', 'eventId', 'code', 'used'])
      .where('eventId', 'in', ids)
      .execute(),
  }
}

/** The ids that an existing event gives to what a document names. */
export function idsOf(existing: Existing | undefined) {
  const names = quotaNames(existing?.quotas ?? [])
  const [blocks, campaigns] = [quotaNames(existing?.blocks ?? []), quotaNames(existing?.campaigns ?? [])]
  return {
    tracks: new Map(existing?.tracks.map((track) => [track.code, track.id])),
    quotas: new Map(existing?.quotas.map((quota, at) => [names[at]!, quota.id])),
    ticketTypes: new Map(existing?.ticketTypes.map((type) => [type.code, type.id])),
    questions: new Map(existing?.questions.map((question) => [question.code, question.id])),
    sessions: new Map(existing?.sessions.map((session) => [session.key, session.id])),
    blocks: new Map(existing?.blocks.map((block, at) => [blocks[at]!, block.id])),
    campaigns: new Map(existing?.campaigns.map((campaign, at) => [campaigns[at]!, campaign.id])),
    vouchers: new Map(existing?.vouchers.map((voucher) => [voucher.code, voucher.id])),
  }
}

/** Which of these tracks, quotas, ticket types and questions somebody holds something of. */
export async function findUsed(db: Kysely<Database>, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const types = await db
    .selectFrom('registrations')
    .select('ticketTypeId as id')
    .distinct()
    .where('ticketTypeId', 'in', ids)
    .execute()
  const tracks = await db
    .selectFrom('registrations')
    .select('trackId as id')
    .distinct()
    .where('trackId', 'in', ids)
    .execute()
  const roles = await db.selectFrom('roles').select('trackId as id').distinct().where('trackId', 'in', ids).execute()
  const quotas = await db
    .selectFrom('registrationSeats')
    .select('quotaId as id')
    .distinct()
    .where('quotaId', 'in', ids)
    .execute()
  const questions = await db
    .selectFrom('answers')
    .select('questionId as id')
    .distinct()
    .where('questionId', 'in', ids)
    .execute()
  const signedUp = await db
    .selectFrom('sessionSignUps')
    .select('sessionId as id')
    .distinct()
    .where('sessionId', 'in', ids)
    .execute()
  const withMaterials = await db
    .selectFrom('sessionMaterials')
    .select('sessionId as id')
    .distinct()
    .where('sessionId', 'in', ids)
    .execute()
  const awaited = await findAwaited(db, ids)
  return new Set(
    [...types, ...tracks, ...roles, ...quotas, ...questions, ...signedUp, ...withMaterials, ...awaited].map(
      (row) => row.id!,
    ),
  )
}

/** What somebody waits for, was offered or was promised by a change, and vouchers that were used. */
async function findAwaited(db: Kysely<Database>, ids: string[]): Promise<{ id: string }[]> {
  const preferences = await db
    .selectFrom('waitingListPreferences')
    .select('ticketTypeId as id')
    .distinct()
    .where('ticketTypeId', 'in', ids)
    .execute()
  const waiting = await db
    .selectFrom('waitingListQuotas')
    .select('quotaId as id')
    .distinct()
    .where('quotaId', 'in', ids)
    .execute()
  const changes = await db
    .selectFrom('seatChanges')
    .select('toTicketTypeId as id')
    .distinct()
    .where('toTicketTypeId', 'in', ids)
    .execute()
  const reserved = await db
    .selectFrom('reservedSeats')
    .innerJoin('reservations', 'reservations.id', 'reservedSeats.reservationId')
    .select('reservedSeats.quotaId as id')
    .distinct()
    .where('reservedSeats.quotaId', 'in', ids)
    .where('reservations.kind', '!=', 'block')
    .execute()
  const vouchers = await db
    .selectFrom('voucherUses')
    .select('voucherId as id')
    .distinct()
    .where('voucherId', 'in', ids)
    .execute()
  return [...preferences, ...waiting, ...changes, ...reserved, ...vouchers]
}
