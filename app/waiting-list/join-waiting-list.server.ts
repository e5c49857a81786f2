import type { Kysely } from 'kysely'
import { lockList } from './lock-list.server.ts'
import { positionOf } from './position.ts'
import type { Queue } from './queue.ts'
import { readQueue } from './read-queue.server.ts'
import { tellWaiting } from './tell-waiting.server.ts'
import { waitForFull } from './wait-for.server.ts'
import { refuseWish, seatsOfWish, type Wish, type WishRefusal } from './wish.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, Refused, type Result } from '#app/values/refusal.ts'
import { hashOf } from '#app/values/secret.ts'
import { emailKey, sortKey } from '#app/values/text.ts'
import { isDuplicate, transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

export interface JoinWaitingList extends Wish {
  eventId: string
  /** Made with the form: the same key twice is the same entry. */
  formKey: string
  fullName: string
  email: string
  language: string
  actor?: Actor
  now: Instant
}

export interface Joined {
  entryId: string
  code: string
  keyVersion: number
  /** False when this form had joined before. */
  isNew: boolean
}

export type JoinRefusal = WishRefusal | 'list-closed' | 'seat-free' | 'already-waiting'

/**
 * Puts a party into the queue for seats: the quotas of its ticket types in which there is no room for it, or for which
 * others wait. When one of its ticket types can be had at once, that is told instead (`seat-free`). One address waits
 * once for an event; the same form is the same entry.
 */
export async function joinWaitingList(
  db: Kysely<Database>,
  input: JoinWaitingList,
): Promise<Result<Joined, JoinRefusal | 'busy'>> {
  try {
    return await transact<Joined, JoinRefusal>(db, (db) => join(db, input))
  } catch (error) {
    // The same form, at the same moment, was quicker.
    if (!isDuplicate(error)) throw error
    const before = await joinedBefore(db, input.formKey)
    return before ? accept(before) : refuse({ code: 'already-waiting', field: 'email' })
  }
}

async function join(db: Kysely<Database>, input: JoinWaitingList): Promise<Joined> {
  const { eventId, formKey, now, actor = { kind: 'visitor' } } = input
  await lockList(db, eventId)
  const before = await joinedBefore(db, formKey)
  if (before) return before
  const queue = await readQueue(db, eventId)
  if (!queue || !isListOpen(queue, now)) throw new Refused({ code: 'list-closed' })
  const refusals = refuseWish(queue, input, now)
  if (refusals.length > 0) throw new Refused(...refusals)
  if (await isWaiting(db, eventId, input.email)) throw new Refused({ code: 'already-waiting', field: 'email' })

  const joined = { entryId: newId(now), code: newCode('W'), keyVersion: 1, isNew: true }
  await insert(db, input, joined)
  const full = await waitForFull(db, joined.entryId, seatsOfWish(queue, input))
  const free = input.ticketTypeIds.find((id) => !queue.types.get(id)!.quotaIds.some((quotaId) => full.has(quotaId)))
  if (free !== undefined) throw new Refused({ code: 'seat-free', field: 'choices' })
  await recordAudit(db, now, [
    {
      actor,
      action: 'waiting-list-entry.waiting',
      objectKind: 'waiting-list-entry',
      objectId: joined.entryId,
      eventId,
      after: { partySize: input.partySize, ticketTypeIds: input.ticketTypeIds },
    },
  ])
  const position = positionOf((await readQueue(db, eventId))!.entries, joined.entryId)!
  await tellWaiting(db, { template: 'waiting-list-joined', entryId: joined.entryId, props: { ...position }, now })
  await bumpContentVersion(db)
  return joined
}

/** Whether new entries are taken: the organizer opened the list, and neither it nor the event is over. */
export function isListOpen({ event, rules }: Pick<Queue, 'event' | 'rules'>, now: Instant): boolean {
  return (
    rules.isOpen === 1 &&
    event.status === 'published' &&
    event.postponedAt === null &&
    now < event.startsAt &&
    (rules.closesAt === null || now < rules.closesAt)
  )
}

async function joinedBefore(db: Kysely<Database>, formKey: string): Promise<Joined | undefined> {
  const row = await db
    .selectFrom('waitingListEntries')
    .select(['id', 'code', 'keyVersion'])
    .where('formKey', '=', formKey)
    .executeTakeFirst()
  return row && { entryId: row.id, code: row.code, keyVersion: row.keyVersion, isNew: false }
}

async function isWaiting(db: Kysely<Database>, eventId: string, email: string): Promise<boolean> {
  const row = await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select('entry.id')
    .where('people.emailKey', '=', emailKey(email))
    .where('entry.eventId', '=', eventId)
    .where('entry.state', 'in', ['waiting', 'offered'])
    .where('entry.orderId', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

async function insert(
  db: Kysely<Database>,
  input: JoinWaitingList,
  { entryId, code, keyVersion }: Joined,
): Promise<void> {
  const { eventId, formKey, fullName, email, language, now } = input
  const personId = newId(now)
  const none = { latinName: null, badgeName: null, certificateName: null, country: null, affiliation: null }
  await db
    .insertInto('people')
    .values({
      id: personId,
      fullName,
      email,
      emailKey: emailKey(email),
      language,
      zone: null,
      sortKey: sortKey(fullName),
      createdAt: now,
      erasedAt: null,
      ...none,
    })
    .execute()
  await db
    .insertInto('waitingListEntries')
    .values({
      id: entryId,
      code,
      keyVersion,
      eventId,
      formKey,
      personId,
      activeKey: hashOf(`${eventId}|${emailKey(email)}`),
      language,
      partySize: input.partySize,
      isAllOrNothing: input.isAllOrNothing ? 1 : 0,
      priority: 1,
      orderId: null,
      wantedUntilAt: input.wantedUntilAt,
      state: 'waiting',
      joinedAt: now,
      endedAt: null,
      updatedAt: now,
    })
    .execute()
  await db
    .insertInto('waitingListPreferences')
    .values(input.ticketTypeIds.map((ticketTypeId, position) => ({ entryId, position, ticketTypeId })))
    .execute()
}
