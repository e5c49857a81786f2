import { afterEach, beforeEach, expect, test } from 'vitest'
import { countQueries } from './count-queries.ts'
import { givenParticipants, givenTrack } from '#tests/participants/given-participants.ts'
import { givenQuestion } from '#tests/registrations/questions/a-question.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { erasePerson } from '#app/people/erase-person.server.ts'
import { NOW } from '#tests/support/now.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, {
    tickets: [
      { seats: 9, price: 300_00, name: 'Full' },
      { seats: 9, name: 'Free' },
    ],
  })
  await be('organizer')
})

afterEach(async () => {
  expect((await checkInvariants(app.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await app.close()
})

async function be(role: 'organizer' | 'front-desk'): Promise<void> {
  app.forgetCookies()
  const { accountId } = await givenAccount(app.db, `${role}@plenary.example`, [
    { role, scope: 'event', scopeId: event.id },
  ])
  await signInAs(app, accountId)
}

const at = (id: string, page = '') => `/organize/${event.slug}/registrations/${id}${page}`

async function html(path: string): Promise<string> {
  const response = await app.get(path)
  expect(response.status, path).toBe(200)
  return await response.text()
}

function valueOf(page: string, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
}

async function stateOf(id: string): Promise<string> {
  const { state } = await app.db
    .selectFrom('registrations')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return state
}

const order = (ticket = 0) => placed(app.db, anOrder(event, { people: [aPerson(event.tickets[ticket]!.id)] }))

test('the page tells what happened: who, the money, the mails, the log', async () => {
  const { orderId, registrations } = await order()
  await paid(app.db, orderId)
  const page = await html(at(registrations[0]!.id))
  for (const text of ['Full', 'US$300', 'Order confirmed', 'Registration: confirmed', 'Payment: received', 'A visitor'])
    expect(page).toContain(text)
})

test('a note is kept, is not written over, is nobody else’s, and goes with the person', async () => {
  const [id] = await givenParticipants(app.db, { id: event.id, tickets: [event.tickets[1]!] }, [
    { fullName: 'Ana', email: 'ana@example.org' },
  ])
  const first = valueOf(await html(at(id!, '/note')), 'seen')
  expect((await app.post(at(id!, '/note'), { note: 'Comes by train', seen: first })).status).toBe(303)
  expect(await html(at(id!))).toContain('Comes by train')
  const late = await app.post(at(id!, '/note'), { note: 'Comes by bus', seen: first })
  expect(late.status).toBe(409)
  const shown = await late.text()
  expect(shown).toContain('Comes by bus')
  expect(shown).toContain('Comes by train')
  const again = { note: 'Comes by bus', seen: valueOf(shown, 'seen') }
  expect((await app.post(at(id!, '/note'), again)).status).toBe(303)
  await be('front-desk')
  expect(await html(at(id!))).not.toContain('Comes by bus')
  expect((await app.get(at(id!, '/note'))).status).toBe(404)
  await erasePerson(app.db, { email: 'ana@example.org', actor: { kind: 'operator' }, now: NOW })
  expect((await app.db.selectFrom('registrations').select('note').executeTakeFirstOrThrow()).note).toBeNull()
  const logged = await app.db.selectFrom('auditEntries').select(['before', 'after']).execute()
  expect(JSON.stringify(logged)).not.toContain('Comes by')
})

test('details are edited on behalf when it is too late for the person, and nobody’s work is lost', async () => {
  const diet = await givenQuestion(app.db, event.id, { label: 'Diet' })
  const secret = await givenQuestion(app.db, event.id, { label: 'Passport', audience: 'visa-desk' })
  const [id] = await givenParticipants(app.db, { id: event.id, tickets: [event.tickets[1]!] }, [
    { fullName: 'Ana', answers: [{ questionId: secret, value: 'P-1' }] },
  ])
  await app.db
    .insertInto('changeRules')
    .values({
      eventId: event.id,
      editUntilAt: NOW,
      substitution: 'none',
      substituteUntilAt: null,
      convertUntilAt: null,
      changeUntilAt: null,
      refundAsks: 'finance',
    })
    .execute()
  const { code } = await app.db.selectFrom('questions').select('code').where('id', '=', diet).executeTakeFirstOrThrow()
  const page = await html(at(id!, '/details'))
  expect(page).not.toContain('Passport')
  const form = { seen: valueOf(page, 'seen'), fullName: 'Ana Muster', country: 'KE', [`answers.${code}`]: 'Vegan' }
  expect((await app.post(at(id!, '/details'), form)).status).toBe(303)
  const answers = await app.db.selectFrom('answers').select(['questionId', 'value']).execute()
  expect(new Map(answers.map(({ questionId, value }) => [questionId, value]))).toEqual(
    new Map([
      [diet, 'Vegan'],
      [secret, 'P-1'],
    ]),
  )
  expect((await app.post(at(id!, '/details'), { ...form, fullName: 'Late' })).status).toBe(409)
  expect(await html(at(id!))).toContain('Ana Muster')
})

test('a held seat is confirmed by name, what is due stays due', async () => {
  const { registrations } = await order()
  const { id } = registrations[0]!
  expect(await html(at(id, '/confirm'))).toContain('US$300')
  expect((await app.post(at(id, '/confirm'), {})).status).toBe(303)
  expect(await stateOf(id)).toBe('confirmed')
  expect(await html(at(id))).toContain('Still to pay')
  expect((await app.post(at(id, '/confirm'), {})).status).toBe(409)
})

test('a seat is cancelled by the rule, with what goes back looked at by finance', async () => {
  const { orderId, registrations } = await order()
  await paid(app.db, orderId)
  await app.db
    .insertInto('refundRules')
    .values({
      id: 'rule',
      eventId: event.id,
      position: 0,
      reason: 'any',
      untilAt: null,
      percent: 5000,
      feeMinor: 0,
      feeCurrency: null,
      appliedByOn: null,
    })
    .execute()
  const { id } = registrations[0]!
  const page = await html(at(id, '/cancel'))
  expect(page).toContain('US$150')
  expect((await app.post(at(id, '/cancel'), { shown: '1', tell: 'on' })).status).toBe(409)
  expect((await app.post(at(id, '/cancel'), { shown: valueOf(page, 'shown'), tell: 'on' })).status).toBe(303)
  expect(await stateOf(id)).toBe('cancelled')
  const attempts = await app.db.selectFrom('refundAttempts').select(['state', 'amountMinor']).execute()
  expect(attempts).toEqual([{ state: 'approval', amountMinor: 150_00 }])
})

test('another ticket is given at today’s price', async () => {
  const { registrations } = await order(1)
  const { id } = registrations[0]!
  const page = await html(at(id, '/ticket'))
  expect(page).toContain('Full')
  const ticket = event.tickets[0]!.id
  const form = { ticket, [`shown.${ticket}`]: '30000' }
  expect((await app.post(at(id, '/ticket'), { ticket, [`shown.${ticket}`]: '1' })).status).toBe(409)
  expect((await app.post(at(id, '/ticket'), form)).headers.get('Location')).toContain('done=waits')
})

test('the front desk looks, adds and sends again, and neither cancels nor changes', async () => {
  const { registrations } = await order()
  const { id } = registrations[0]!
  await be('front-desk')
  const page = await html(at(id))
  expect(page).not.toContain('/cancel"')
  expect(page).not.toContain('key=')
  for (const act of ['/cancel', '/confirm', '/details', '/ticket']) {
    expect((await app.get(at(id, act))).status, act).toBe(404)
    expect((await app.post(at(id, act), { shown: '0' })).status, act).toBe(404)
  }
  expect((await app.post(at(id, '/resend'), {})).headers.get('Location')).toContain('done=resent')
  const person = { ticket: event.tickets[0]!.id, fullName: 'Bo', email: 'bo@example.org', country: 'KE' }
  const fields = Object.fromEntries(Object.entries(person).map(([name, value]) => [`people[0].${name}`, value]))
  const added = await app.post(at('new'), { ...fields, terms: 'free', days: '7' })
  expect(added.status).toBe(303)
  // What a front desk may not decide is not done, whatever the form says.
  expect(await stateOf(/registrations\/([\w-]+)/.exec(added.headers.get('Location')!)![1]!)).toBe('held')
})

test('registering others: errors at their fields as typed; over a full room only by name', async () => {
  await app.db.updateTable('quotas').set({ size: 0 }).where('id', '=', event.tickets[1]!.quotaIds[0]!).execute()
  const wrong = await app.post(at('new'), { 'people[0].fullName': 'Bo', terms: 'pay', count: '1' })
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('value="Bo"')
  const form = {
    'people[0].ticket': event.tickets[1]!.id,
    'people[0].fullName': 'Bo',
    'people[0].email': 'bo@example.org',
    'people[0].country': 'KE',
    terms: 'pay',
    days: '7',
    told: 'on',
  }
  const full = await app.post(at('new'), form)
  expect(full.status).toBe(409)
  const page = await full.text()
  expect(page).toContain('One seat more than there is')
  expect(page).toContain('value="bo@example.org"')
  expect((await app.post(at('new'), { ...form, over: '1' })).status).toBe(303)
  const consents = await app.db.selectFrom('consents').select(['kind', 'version', 'isGiven']).execute()
  expect(consents.find(({ kind }) => kind === 'conduct')).toMatchObject({ isGiven: 1 })
  expect(consents.every(({ version }) => version.endsWith(' told'))).toBe(true)
  const two = await app.post(`${at('new')}?show`, { ...form, count: '2' })
  expect(await two.text()).toContain('people[1].fullName')
})

test('other registrations of the address are shown where the reader may see people', async () => {
  const elsewhere = await givenEvent(app.db)
  const hidden = await givenEvent(app.db)
  const email = 'ana@example.org'
  const [id] = await givenParticipants(app.db, { id: event.id, tickets: [event.tickets[1]!] }, [
    { fullName: 'Ana', email },
  ])
  await givenParticipants(app.db, elsewhere, [{ fullName: 'Ana', email }])
  await givenParticipants(app.db, hidden, [{ fullName: 'Ana', email }])
  const account = await app.db.selectFrom('accounts').select('id').executeTakeFirstOrThrow()
  await app.db
    .insertInto('roles')
    .values({
      id: 'r',
      accountId: account.id,
      role: 'front-desk',
      scope: 'event',
      scopeId: elsewhere.id,
      trackId: '',
      grantedBy: null,
      grantedAt: NOW,
    })
    .execute()
  const page = await html(at(id!))
  expect(page).toContain(`/organize/${elsewhere.slug}/registrations/`)
  expect(page).not.toContain(hidden.slug)
})

test('much that happened takes as many queries as little', async () => {
  const { orderId, registrations } = await order()
  const { id } = registrations[0]!
  const one = await countQueries(app, [at(id)])
  await paid(app.db, orderId)
  await givenTrack(app.db, event.id, 'T1')
  for (let times = 0; times < 50; times++)
    await app.db
      .insertInto('auditEntries')
      .values({
        id: `entry-${times}`,
        at: NOW,
        actorKind: 'system',
        actorId: null,
        action: 'order.mailed',
        objectKind: 'order',
        objectId: orderId,
        eventId: event.id,
        before: '{}',
        after: '{}',
      })
      .execute()
  expect(await countQueries(app, [at(id)])).toEqual(one)
})
