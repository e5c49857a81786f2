import type { Kysely } from 'kysely'
import { type ListedPerson, listedPeople } from './listed-people.server.ts'
import type { ListScope } from './select-listed.server.ts'
import type { ListField } from './visible-fields.ts'
import { type Balance, balancesOf } from '#app/payments/balance.server.ts'
import type { Database } from '#db/schema.ts'

const MONEY: ListField[] = ['due', 'paid', 'billed', 'currency']

/** What a list needs of some participants, by their ids: a fixed number of queries, all by primary keys. */
export async function readListed(
  db: Kysely<Database>,
  scope: ListScope,
  { ids, fields, questionIds }: { ids: string[]; fields: ListField[]; questionIds: string[] },
): Promise<Map<string, ListedRow>> {
  if (ids.length === 0) return new Map()
  const sees = (wanted: ListField[]) => fields.some((field) => wanted.includes(field))
  const [rows, answers, places, orders] = await Promise.all([
    listedPeople(db, scope, ids),
    answersOf(db, ids, questionIds),
    sees(['seat', 'group']) ? placesOf(db, ids) : NO_PLACES,
    sees(['payer', 'order']) ? payersOf(db, ids) : new Map<string, NonNullable<ListedRow['order']>>(),
  ])
  const balances = await balancesOf(db, sees(MONEY) ? [...new Set(rows.map(({ orderId }) => orderId))] : [])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        ...row,
        answers: answers.get(row.id) ?? NO_ANSWERS,
        seat: places.seats.get(row.id) ?? '',
        group: places.groups.get(row.id) ?? '',
        order: orders.get(row.id) ?? null,
        balance: balances.get(row.orderId) ?? null,
      },
    ]),
  )
}

export interface ListedRow extends ListedPerson {
  /** By question. */
  answers: ReadonlyMap<string, { value: string; asked: string }>
  seat: string
  group: string
  order: { code: string; payer: string; organization: string | null } | null
  balance: Balance | null
}

const NO_ANSWERS: ListedRow['answers'] = new Map()
const NO_PLACES: Places = { seats: new Map(), groups: new Map() }

async function answersOf(db: Kysely<Database>, ids: string[], questionIds: string[]) {
  const found = new Map<string, Map<string, { value: string; asked: string }>>()
  if (questionIds.length === 0) return found
  const rows = await db
    .selectFrom('answers')
    .select(['registrationId', 'questionId', 'value', 'asked'])
    .where('registrationId', 'in', ids)
    .where('questionId', 'in', questionIds)
    .execute()
  for (const row of rows) {
    const own = found.get(row.registrationId)
    if (own) own.set(row.questionId, row)
    else found.set(row.registrationId, new Map([[row.questionId, row]]))
  }
  return found
}

interface Places {
  seats: Map<string, string>
  groups: Map<string, string>
}

async function placesOf(db: Kysely<Database>, ids: string[]): Promise<Places> {
  const [seats, groups] = await Promise.all([
    db.selectFrom('labSeats').select(['registrationId', 'label']).where('registrationId', 'in', ids).execute(),
    db.selectFrom('labGroups').select(['registrationId', 'name']).where('registrationId', 'in', ids).execute(),
  ])
  return {
    seats: new Map(seats.map(({ registrationId, label }) => [registrationId!, label])),
    groups: new Map(groups.map(({ registrationId, name }) => [registrationId, name])),
  }
}

/** Whether anybody at the event has a seat in a lab or is in a group. */
export async function hasPlaces(db: Kysely<Database>, eventId: string): Promise<boolean> {
  const [seat, group] = await Promise.all([
    db.selectFrom('labSeats').select('id').where('eventId', '=', eventId).limit(1).executeTakeFirst(),
    db.selectFrom('labGroups').select('name').where('eventId', '=', eventId).limit(1).executeTakeFirst(),
  ])
  return seat !== undefined || group !== undefined
}

async function payersOf(db: Kysely<Database>, ids: string[]) {
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .innerJoin('people as orderer', 'orderer.id', 'orders.personId')
    .leftJoin('payers', 'payers.orderId', 'orders.id')
    .select(['registrations.id', 'orders.code', 'orderer.fullName', 'payers.name', 'payers.organization'])
    .where('registrations.id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ id, code, fullName, name, organization }) => [id, { code, payer: name ?? fullName, organization }]),
  )
}
