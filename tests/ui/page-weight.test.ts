import { afterAll, beforeAll, expect, test } from 'vitest'
import { KEYED_PAGES, PAGES_OF_MANY_EVENTS, PUBLIC_PAGES } from './page-budgets.ts'
import { applicationKey } from '#app/applications/application-key.ts'
import { seedDemonstration } from '#app/jobs/seed-demonstration.server.ts'
import { orderKey, seatKey } from '#app/registrations/order-key.ts'
import { waitingKey } from '#app/waiting-list/waiting-key.ts'
import { givenManyEvents } from '#tests/events/catalogue/many-events.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'

let app: Awaited<ReturnType<typeof testApp>>
let crowded: Awaited<ReturnType<typeof testApp>>

beforeAll(async () => {
  app = await testApp()
  await seedDemonstration(app.services, NOW)
  crowded = await testApp()
  await givenManyEvents(crowded.db, 1000)
}, 240_000)

afterAll(async () => {
  await app.close()
  await crowded.close()
})

test.each(Object.entries(PAGES_OF_MANY_EVENTS))(
  'among a thousand events %s weighs in no language more than its budget of %i bytes',
  async (address, budget) => {
    expect(await heaviest(address, budget, crowded)).toBeLessThanOrEqual(budget)
  },
)

test.each(Object.entries(PUBLIC_PAGES))(
  '%s weighs in no language more than its budget of %i bytes',
  async (address, budget) => {
    expect(await heaviest(address, budget)).toBeLessThanOrEqual(budget)
  },
)

test.each(Object.entries(KEYED_PAGES))(
  'with a key, %s weighs in no language more than its budget of %i bytes',
  async (pattern, budget) => {
    expect(await heaviest(await keyedAddress(pattern), budget)).toBeLessThanOrEqual(budget)
  },
)

/** The page in each language, in one request, without a script; the heaviest counts. */
async function heaviest(address: string, budget: number, site = app): Promise<number> {
  const weights: number[] = []
  for (const prefix of ['', '/fr', '/ar']) {
    const answer = await site.get(prefix + address)
    expect([address, answer.status]).toEqual([address, address === '/nowhere' ? 404 : 200])
    weights.push(await weightOf(await answer.text()))
  }
  process.stdout.write(`${address.replace(/key=.*/, '')}: ${weights.join(', ')} of ${budget} bytes\n`)
  expect(budget).toBeLessThanOrEqual(FIRST_FLIGHT)
  return Math.max(...weights)
}

/** An address like this one of somebody of the demonstration. */
async function keyedAddress(pattern: string): Promise<string> {
  const secret = app.services.config.secret
  const [, noun = '', rest = ''] = /^\/([a-z-]+)\/CODE(.*)$/.exec(pattern)!
  const { code, key, survey } = await HOLDERS[noun]!(secret, rest)
  return `/${noun}/${code}${rest.replace('SURVEY', survey ?? '').replace('SEAT', survey ?? '')}?key=${key}`
}

interface Holder {
  code: string
  key: string
  survey?: string
}

const HOLDERS: Record<string, (secret: string, rest: string) => Promise<Holder>> = {
  async orders(secret) {
    const order = await seats()
      .select(['orders.id', 'orders.code', 'orders.keyVersion', 'registrations.code as survey'])
      .executeTakeFirstOrThrow()
    return { code: order.code, key: orderKey(secret, order), survey: order.survey }
  },
  async registrations(secret, rest) {
    let wanted = seats().select([
      'registrations.id',
      'registrations.code',
      'registrations.personId',
      'orders.keyVersion',
    ])
    if (rest.startsWith('/certificate'))
      wanted = wanted.where('registrations.id', 'in', app.db.selectFrom('certificates').select('registrationId'))
    if (!rest.startsWith('/surveys')) {
      const seat = await wanted.executeTakeFirstOrThrow()
      return { code: seat.code, key: seatKey(secret, seat) }
    }
    const seat = await wanted
      .innerJoin('surveys', 'surveys.eventId', 'registrations.eventId')
      .select('surveys.id as survey')
      .executeTakeFirstOrThrow()
    return { code: seat.code, key: seatKey(secret, seat), survey: seat.survey }
  },
  async applications(secret) {
    const application = await app.db
      .selectFrom('applications')
      .select(['id', 'code', 'keyVersion'])
      .where('state', '=', 'submitted')
      .executeTakeFirstOrThrow()
    return { code: application.code, key: applicationKey(secret, application) }
  },
  async 'waiting-list'(secret) {
    const entry = await app.db
      .selectFrom('waitingListEntries')
      .select(['id', 'code', 'keyVersion'])
      .executeTakeFirstOrThrow()
    return { code: entry.code, key: waitingKey(secret, entry) }
  },
}

function seats() {
  return app.db
    .selectFrom('registrations')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .where('registrations.state', '=', 'confirmed')
    .orderBy('registrations.id')
}
