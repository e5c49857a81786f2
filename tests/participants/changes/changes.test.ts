import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import type { Move } from '#app/events/move-form.ts'
import { withoutKeys } from '#app/mail/without-keys.ts'
import { applyChange } from '#app/participants/changes/apply-change.server.ts'
import { type PlannedChange, type Telling } from '#app/participants/changes/planned-change.ts'
import { previewChange } from '#app/participants/changes/preview-change.server.ts'
import { rehearseChange } from '#app/participants/changes/rehearse-change.server.ts'
import { addMinutes } from '#app/values/moment.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { sendAll } from '#tests/mail/calendar-mails.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { NOW, testServices } from '#tests/support/app.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'
import { givenEvent } from '#tests/support/given.ts'
import { aWish, joined, openList } from '#tests/waiting-list/a-queue.ts'

let test_: Awaited<ReturnType<typeof testServices>>
beforeEach(async () => {
  test_ = await testServices()
})
afterEach(async () => {
  expect((await checkInvariants(test_.db)).filter(({ violations }) => violations > 0)).toEqual([])
  await test_.close()
})

const actor = { kind: 'account', id: 'an-account' } as const
const ALL: Telling = { isTold: true, words: {} }
const LATER = addMinutes(NOW, 10)

const MOVE: Move = {
  startsOn: '2027-06-21',
  endsOn: '2027-06-25',
  zone: 'Africa/Kigali',
  format: 'onsite',
  country: 'RW',
  city: 'Musanze',
  venue: 'Other hall',
  address: '',
  programme: true,
}

/** Three people on two seats each other’s money paid, one who pays for another, somebody erased, two who wait. */
async function givenFull() {
  const { db } = test_
  const event = await givenEvent(db, { tickets: [{ seats: 4, price: 5000, allowsRepeat: 1, maxPerOrder: 9 }] })
  await openList(db, event.id)
  const typeId = event.tickets[0]!.id
  const amina = await placed(db, anOrder(event, { people: [aPerson(typeId, { email: 'amina@example.org' })] }))
  const orderer = { fullName: 'Pay Master', email: 'pay@example.org' }
  const people = [
    aPerson(typeId, { email: 'guest@example.org' }),
    aPerson(typeId, { email: 'gone@example.org' }),
    aPerson(typeId, { email: 'Amina@example.org' }),
  ]
  const group = await placed(db, anOrder(event, { people, orderer, language: 'fr' }))
  for (const { orderId } of [amina, group]) await paid(db, orderId)
  await db
    .updateTable('people')
    .set({ email: null, emailKey: null, fullName: '', erasedAt: NOW })
    .where('emailKey', '=', 'gone@example.org')
    .execute()
  for (let at = 0; at < 2; at++) await joined(db, aWish(event, { now: addMinutes(NOW, at) }))
  await sendAll(test_.services, addMinutes(NOW, 2))
  return event
}

const look = (eventId: string, change: PlannedChange, telling = ALL) =>
  previewChange(test_.db, { eventId, change, telling, now: LATER })

const go = async (eventId: string, change: PlannedChange, telling = ALL) => {
  const { seen } = await look(eventId, change, telling)
  return await applyChange(test_.db, { eventId, change, telling, seen, now: LATER, actor })
}

const waitingMails = async () =>
  await test_.db.selectFrom('messages').select(['template', 'recipientKey']).where('state', '=', 'waiting').execute()
const rowOf = (eventId: string) =>
  test_.db.selectFrom('events').selectAll().where('id', '=', eventId).executeTakeFirstOrThrow()

describe('what the preview counts is what is then sent', () => {
  test('cancelled: everybody on a seat, who ordered, and who waits', async () => {
    const event = await givenFull()
    const { told, leftOut, effects } = await look(event.id, { kind: 'cancel' })
    expect(told.map(({ emailKey }) => emailKey).toSorted()).toEqual([
      'amina@example.org',
      'guest@example.org',
      'pay@example.org',
    ])
    expect(leftOut.map(({ reason }) => reason)).toEqual(['erased'])
    expect(effects).toMatchObject({ confirmed: 4, held: 0, waiting: 2, waitingReached: 2 })
    expect(effects.money).toEqual([{ currency: 'USD', method: 'card', amountMinor: 20_000, payments: 2 }])
    expect(effects.cancelledRule.percent).toBe(10_000)
    expect(await go(event.id, { kind: 'cancel' })).toEqual({ ok: true, value: { told: told.length } })
    const mails = await waitingMails()
    const of = (template: string) => mails.filter((mail) => mail.template === template).length
    expect([of('event-cancelled'), of('waiting-list-over'), mails.length]).toEqual([3, 2, 5])
    const queued = await test_.db.selectFrom('financeEntries').select('kind').execute()
    expect(queued).toHaveLength(effects.money.reduce((sum, { payments }) => sum + payments, 0))
  })

  test.each([
    ['move', { kind: 'move', form: MOVE }, 'event-moved'],
    ['postpone', { kind: 'postpone' }, 'event-postponed'],
  ] as [string, PlannedChange, string][])(
    '%s: everybody with a seat, or nobody where nobody is to be told',
    async (_, change, template) => {
      const [event, quiet] = [await givenFull(), await givenEvent(test_.db)]
      await placed(test_.db, anOrder(quiet))
      await sendAll(test_.services, NOW)
      const { told } = await look(event.id, change)
      expect(await go(event.id, change)).toEqual({ ok: true, value: { told: told.length } })
      expect((await waitingMails()).map((mail) => mail.template)).toEqual(told.map(() => template))
      const silent = { isTold: false, words: {} }
      expect((await look(quiet.id, change, silent)).told).toEqual([])
      expect(await go(quiet.id, change, silent)).toEqual({ ok: true, value: { told: 0 } })
      expect(await waitingMails()).toHaveLength(told.length)
    },
  )

  test('held after all: also those whose seats a cancelling ended', async () => {
    const event = await givenFull()
    await go(event.id, { kind: 'cancel' })
    const { told, effects } = await look(event.id, { kind: 'reinstate' })
    expect([told.length, effects.confirmed]).toEqual([3, 0])
    expect(await go(event.id, { kind: 'reinstate' })).toEqual({ ok: true, value: { told: 3 } })
    expect((await rowOf(event.id)).status).toBe('published')
  })
})

describe('the rehearsal', () => {
  const site = withoutKeys({ ...testSite() })
  function testSite() {
    return {
      baseUrl: 'http://plenary.test',
      mailFrom: 'a@plenary.test',
      calendarMailbox: 'c@plenary.test',
      uidDomain: 'plenary.test',
    }
  }

  test.each([
    ['move', { kind: 'move', form: MOVE }],
    ['postpone', { kind: 'postpone' }],
    ['cancel', { kind: 'cancel' }],
  ] as [string, PlannedChange][])(
    '%s: shows the very mail that is then sent, and leaves no trace',
    async (_, change) => {
      const event = await givenFull()
      await givenSession(test_.db, event.id, { day: '2027-06-14', from: '09:00', to: '10:00', title: 'Opening' })
      const telling = { isTold: true, words: { en: 'We are sorry.\n\nSee you <b>soon</b>.' } }
      const { told } = await look(event.id, change, telling)
      const before = await everything()
      for (const reader of told) {
        const input = { eventId: event.id, change, telling, reader, now: LATER, actor }
        const rehearsed = await rehearseChange(test_.db, site, input)
        if (!rehearsed.ok) throw new Error(JSON.stringify(rehearsed))
        expect(rehearsed.value.after.sequence).toBe(rehearsed.value.before.sequence + 1)
        rehearsals.set(reader.emailKey, rehearsed.value.mail!)
      }
      expect(await everything()).toEqual(before)
      await go(event.id, change, telling)
      const sent = await sendAll(test_.services, LATER)
      for (const { emailKey } of told) {
        const mail = sent.find(({ to }) => to.address.toLowerCase() === emailKey)!
        expect(rehearsals.get(emailKey)!.subject).toBe(mail.subject)
        expect(withoutKey(rehearsals.get(emailKey)!.text)).toBe(withoutKey(mail.text))
        expect(mail.text).toContain('We are sorry.')
        expect(mail.html).toContain('See you &lt;b&gt;soon&lt;/b&gt;.')
        expect(rehearsals.get(emailKey)!.text).not.toMatch(/key=[\w-]{20,}/)
      }
    },
  )

  const rehearsals = new Map<string, { subject: string; text: string }>()
  const withoutKey = (text: string) => text.replace(/key=\S+/g, 'key=')

  async function everything() {
    const tables = (await test_.db.introspection.getTables()).map(({ name }) => name)
    const marks: Record<string, string> = {}
    for (const table of tables)
      marks[table] = JSON.stringify(
        await test_.db
          .selectFrom(table as never)
          .selectAll()
          .execute(),
      )
    return marks
  }

  test('says what is impossible', async () => {
    const event = await givenFull()
    const refusals = async (change: PlannedChange) => {
      const done = await rehearseChange(test_.db, site, {
        eventId: event.id,
        change,
        telling: ALL,
        reader: null,
        now: LATER,
        actor,
      })
      return done.ok ? [] : done.refusals.map(({ code }) => code)
    }
    expect(await refusals({ kind: 'reinstate' })).toEqual(['not-called-off'])
    const set = (status: 'draft' | 'published') =>
      test_.db.updateTable('events').set({ status }).where('id', '=', event.id).execute()
    await set('draft')
    for (const kind of ['postpone', 'cancel'] as const) expect(await refusals({ kind })).toEqual(['not-published'])
    expect(await refusals({ kind: 'move', form: MOVE })).toEqual(['not-published'])
    await set('published')
  })
})

describe('what has become different since the preview', () => {
  const expectStaleAfter = async (eventId: string, change: PlannedChange, between: () => Promise<unknown>) => {
    const { seen } = await look(eventId, change)
    await between()
    const before = await rowOf(eventId)
    const done = await applyChange(test_.db, { eventId, change, telling: ALL, seen, now: LATER, actor })
    expect(done).toEqual({ ok: false, refusals: [{ code: 'preview-stale' }] })
    expect(await rowOf(eventId)).toEqual(before)
    expect(await waitingMails()).toEqual([])
  }

  test('somebody registered, or another organizer saved something: nothing is done and nothing is sent', async () => {
    const event = await givenEvent(test_.db)
    await placed(test_.db, anOrder(event))
    await sendAll(test_.services, NOW)
    expect(await waitingMails()).toEqual([])
    await expectStaleAfter(event.id, { kind: 'cancel' }, async () => {
      await placed(test_.db, anOrder(event))
      await sendAll(test_.services, NOW)
    })
    await expectStaleAfter(event.id, { kind: 'postpone' }, () =>
      test_.db.updateTable('events').set({ version: 99 }).where('id', '=', event.id).execute(),
    )
  })

  test('another word, or another answer to who is told, is another preview', async () => {
    const event = await givenEvent(test_.db)
    await placed(test_.db, anOrder(event))
    const one = (await look(event.id, { kind: 'postpone' })).seen
    expect((await look(event.id, { kind: 'postpone' }, { isTold: true, words: { en: 'Sorry.' } })).seen).not.toBe(one)
    expect((await look(event.id, { kind: 'postpone' }, { isTold: false, words: {} })).seen).not.toBe(one)
    expect((await look(event.id, { kind: 'cancel' })).seen).not.toBe(one)
  })

  test('of two who press at once, one does it', async () => {
    const event = await givenFull()
    const { seen } = await look(event.id, { kind: 'cancel' })
    const press = () =>
      applyChange(test_.db, { eventId: event.id, change: { kind: 'cancel' }, telling: ALL, seen, now: LATER, actor })
    const both = await Promise.all([press(), press()])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'preview-stale' }] })
  })
})

test('moving takes the programme along where that is wanted, changes nothing else, and a move to nowhere is none', async () => {
  const event = await givenFull()
  await givenSession(test_.db, event.id, { day: '2027-06-15', from: '09:00', to: '10:00', title: 'Lab' })
  const before = await rowOf(event.id)
  expect(
    await go(event.id, { kind: 'move', form: { ...MOVE, programme: false, startsOn: '2027-06-15' } }),
  ).toMatchObject({ ok: true })
  const heldOn = async () => (await test_.db.selectFrom('sessions').select('heldOn').executeTakeFirstOrThrow()).heldOn
  expect(await heldOn()).toBe('2027-06-15')
  expect(await go(event.id, { kind: 'move', form: MOVE })).toMatchObject({ ok: true })
  expect(await heldOn()).toBe('2027-06-21')
  const { startsOn, city, venue, contactEmail, hostId, previousOn } = await rowOf(event.id)
  expect({ startsOn, city, venue, previousOn }).toEqual({
    startsOn: '2027-06-21',
    city: 'Musanze',
    venue: 'Other hall',
    previousOn: '2027-06-15',
  })
  expect({ contactEmail, hostId }).toEqual({ contactEmail: before.contactEmail, hostId: before.hostId })
  expect(await go(event.id, { kind: 'move', form: MOVE })).toEqual({ ok: false, refusals: [{ code: 'nothing-moved' }] })
})

test('one seat and fifty take the same number of queries to preview', async () => {
  const counts = []
  for (const people of [1, 50]) {
    const event = await givenEvent(test_.db, { tickets: [{ maxPerOrder: 60, allowsRepeat: 1 }] })
    const all = Array.from({ length: people }, () => aPerson(event.tickets[0]!.id))
    await placed(test_.db, anOrder(event, { people: all }))
    const change = { kind: 'cancel' } as const
    counts.push(
      await countedQueries(test_.db, (db) =>
        previewChange(db, { eventId: event.id, change, telling: ALL, now: LATER }),
      ),
    )
  }
  expect(counts[1]).toBe(counts[0])
})
