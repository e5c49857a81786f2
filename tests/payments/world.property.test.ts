import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { givenWorld, type Deed } from './given-world.ts'
import { broken, givenShop, type Shop } from '#tests/support/stripe/given-shop.ts'
import { testServices } from '#tests/support/app.ts'

/** The suite looks at some sequences on each database, the deep suite at thousands. */
const RUNS = process.env['PLENARY_TEST_DEEP'] ? 2000 : 20
const AT_ONCE = 20
const SEED = Number(process.env['PLENARY_TEST_SEED'] ?? 20_261_121)

const which = fc.nat(11)
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('register' as const),
      types: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
      who: fc.nat(7),
      voucher: fc.boolean(),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({ do: fc.constantFrom('pay' as const, 'pay' as const, 'abandon' as const), which }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('cancel' as const, 'remote' as const, 'upgrade' as const, 'refund' as const),
      which,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('join' as const),
      who: fc.nat(5),
      size: fc.integer({ min: 1, max: 2 }),
      isWhole: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('accept' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resize' as const), size: fc.integer({ min: 0, max: 6 }) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'work' as const }) },
)

/** What happens at once, by as many as there are deeds, and how long it is quiet afterwards. */
const round = fc.record({
  deeds: fc.array(deed, { minLength: 1, maxLength: 4 }),
  minutes: fc.constantFrom(1, 20, 46, 130),
})

test('whatever people, organizers, workers and the provider do at once, every invariant holds', async () => {
  // A fresh house for so many sequences at a time: looking at all of it is what takes the time.
  const happened = new Set<string>()
  for (let done = 0; done < RUNS; done += AT_ONCE)
    for (const what of await someSequences(SEED + done)) happened.add(what)
  expect([...happened].toSorted()).toEqual(EVERYTHING)
}, 7_200_000)

/** Without these the sequences would be true of a house in which nothing happens. */
const EVERYTHING = ['accepted', 'cancelled', 'changed', 'confirmed', 'lapsed', 'paid', 'returned', 'used', 'waited']

/** What has happened in so many sequences. */
async function someSequences(seed: number): Promise<string[]> {
  const shop = await givenShop(testServices)
  const property = fc.asyncProperty(fc.array(round, { minLength: 4, maxLength: 10 }), async (rounds) => {
    const world = await givenWorld(shop)
    for (const { deeds, minutes } of rounds) {
      await Promise.all(deeds.map((one) => world.act(one)))
      expect(await broken(shop.db)).toEqual([])
      shop.wait(minutes)
      await world.act({ do: 'work' })
    }
    await Promise.all([world.act({ do: 'work' }), world.act({ do: 'work' })])
    expect(await broken(shop.db)).toEqual([])
  })
  console.info(`${AT_ONCE} sequences with seed ${seed}`)
  await fc.assert(property, { numRuns: AT_ONCE, seed, endOnFailure: true })
  const happened = await whatHappened(shop)
  await shop.close()
  return happened
}

async function whatHappened({ db }: Shop): Promise<string[]> {
  const { rows } = await sql<{ what: string }>`select distinct state as what from registrations
    union select 'accepted' from offers where state = 'accepted'
    union select 'changed' from seat_changes where state = 'done'
    union select 'paid' from payments
    union select 'returned' from refunds
    union select 'used' from voucher_uses
    union select 'waited' from waiting_list_entries`.execute(db)
  return rows
    .map(({ what }) => what)
    .filter((what) => what !== 'held')
    .toSorted()
}
