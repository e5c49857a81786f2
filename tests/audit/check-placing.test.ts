import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { anOrder, aPerson, placed } from '#tests/registrations/an-order.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEvent } from '#tests/support/given.ts'
import { givenVoucher } from '#tests/vouchers/given-voucher.ts'

let test_: Awaited<ReturnType<typeof testServices>>
const db = () => test_.db

/** An order with a voucher, a proof, an add-on and a seat without a name. */
beforeEach(async () => {
  test_ = await testServices()
  const event = await givenEvent(db(), {
    tickets: [
      { seats: 9, price: 100_00 },
      { isAddon: 1, seats: 9 },
      { eligibility: 'student', proof: 'declaration' },
    ],
  })
  const [full, dinner, student] = event.tickets.map(({ id }) => id)
  await givenVoucher(db(), event.id, { campaign: { ticketTypeIds: [full!] } })
  const email = 'one@example.org'
  const people = [
    aPerson(full!, { email }),
    aPerson(dinner!, { email, mainAt: 0 }),
    aPerson(student!, { proof: { isDeclared: true } }),
    aPerson(full!, { fullName: '', email: '', isUnnamed: true }),
  ]
  await placed(db(), anOrder(event, { people, voucherCodes: ['CODE'] }))
})

afterEach(() => test_.close())

const violated = async () =>
  (await checkInvariants(db())).filter(({ violations }) => violations > 0).map(({ name }) => name)

const isAddon = sql`main_registration_id is not null`

test.each([
  [
    'a voucher is used by what stands: a registration that is held or confirmed, or an order that has one',
    sql`update voucher_uses set order_id = order_id, registration_id = 'gone' where is_active = 1`,
  ],
  [
    'a voucher is used by what stands: a registration that is held or confirmed, or an order that has one',
    sql`update registrations set state = 'cancelled'`,
  ],
  ['a voucher knows how often it was used, and was not used too often', sql`update vouchers set used = used + 1`],
  [
    'a seat that nobody is named on has no key',
    sql`update registrations set active_key = 'key' where active_key is null and not ${isAddon}`,
  ],
  [
    'an add-on stands only beside a main ticket that stands',
    sql`update registrations set state = 'lapsed' where not (${isAddon})`,
  ],
  [
    'a proof says when it was verified, while it waits it does not, and it has its audit entry',
    sql`update proofs set verified_at = null`,
  ],
  [
    'a proof says when it was verified, while it waits it does not, and it has its audit entry',
    sql`delete from audit_entries where object_kind = 'proof'`,
  ],
])('the check finds that it is untrue: %s', async (name, damage) => {
  expect(await violated()).toEqual([])
  await damage.execute(db())
  expect(await violated()).toContain(name)
})
