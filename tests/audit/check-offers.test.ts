import { type RawBuilder, sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { aCall, broken, decided, offersOf, released, taking } from '#tests/applications/offers/a-call.ts'
import { acceptOffer } from '#app/applications/offers/accept-offer.server.ts'
import { testServices } from '#tests/support/app.ts'

let given: Awaited<ReturnType<typeof testServices>>

beforeEach(async () => {
  given = await testServices()
  const { db } = given
  const call = await aCall(given, 5)
  await db.deleteFrom('fundConditions').execute()
  const packageId = call.packages.find(({ code }) => code === 'full')!.id
  const kinds = ['accept', 'accept', 'reserve', 'reserve', 'decline'] as const
  await decided(
    db,
    call,
    kinds.map((kind, at) => ({ applicationId: call.ids[at]!, kind, choiceId: call.choice.id, packageId })),
  )
  await released(db, call)
  const [first] = await offersOf(db, call)
  await acceptOffer(db, { ...taking(first!.id), components: ['travel'] })
  expect(await broken(db)).toEqual([])
})

afterEach(() => given.close())

const DAMAGE: [name: string, damage: RawBuilder<unknown>][] = [
  ['an open offer without its seat', sql`update call_offers set reservation_id = null where state = 'open'`],
  ['seats set aside for nobody', sql`update call_offers set state = 'lapsed', active_key = null where state = 'open'`],
  ['an offer of an application that was withdrawn', sql`update applications set state = 'withdrawn'`],
  ['an accepted offer without a registration', sql`update call_offers set order_id = null`],
  ['a key that is not given back', sql`update call_offers set state = 'declined' where state = 'open'`],
  [
    'an award that was declined beside an open offer',
    sql`update awards set state = 'declined' where state = 'offered'`,
  ],
  ['a gap in a reserve list', sql`update decisions set place = 7 where place = 2`],
  ['a decision released by nobody', sql`update decisions set release_id = null where kind = 'decline'`],
]

test.each(DAMAGE)('%s is found', async (_name, damage) => {
  await damage.execute(given.db)
  expect((await broken(given.db)).map(({ invariant }) => invariant)).toContain(8)
})

test('an offer that nobody is on record to have made is found', async () => {
  await sql`delete from audit_entries where object_kind = 'call-offer'`.execute(given.db)
  expect((await broken(given.db)).map(({ invariant }) => invariant)).toEqual([9])
})
