import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { changeEvent, previewOf, seenIn } from './change-event.ts'
import { countQueries } from './count-queries.ts'
import { bumpContentVersion } from '#app/events/event-changed.server.ts'
import { anOrder, aPerson, paid, placed } from '#tests/registrations/an-order.ts'
import { sendAll } from '#tests/mail/calendar-mails.ts'
import { testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db, { tickets: [{ seats: 200, price: 5000, allowsRepeat: 1, maxPerOrder: 100 }] })
  const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: event.id }]
  await signInAs(app, (await givenAccount(app.db, 'organizer@plenary.example', roles)).accountId)
})
afterEach(() => app.close())

const seat = async (people: { fullName: string; email: string }[], language = 'en') => {
  const typeId = event.tickets[0]!.id
  const order = await placed(app.db, anOrder(event, { people: people.map((one) => aPerson(typeId, one)), language }))
  await paid(app.db, order.orderId)
}
const crowd = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ fullName: `Guest ${at}`, email: `guest-${at}@example.org` }))
const row = () => app.db.selectFrom('events').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
const mails = async (template: string) =>
  await app.db.selectFrom('messages').selectAll().where('template', '=', template).execute()
const page = async (name: string) => await (await app.get(`/organize/${event.slug}/${name}`)).text()

const MOVED = {
  startsOn: '2027-06-21',
  endsOn: '2027-06-25',
  zone: 'Africa/Kigali',
  format: 'onsite',
  country: 'RW',
  city: 'Musanze',
  venue: 'Other hall',
  tell: 'on',
}

describe('cancelling', () => {
  test('says what happens, to whom, with which money, and does nothing before its button', async () => {
    await seat([{ fullName: 'Amina', email: 'amina@example.org' }])
    await seat([{ fullName: 'Zoë', email: 'zoe@example.org' }], 'fr')
    await sendAll(app.services)
    expect((await app.post(`/organize/${event.slug}/cancel`, { 'words.en': 'We are so sorry.' })).status).toBe(303)
    const shown = await previewOf(app, event.slug, 'cancel')
    expect(shown).toContain('Cancel the event and tell 2 people')
    expect(shown).toContain('We are so sorry.')
    expect(shown).toContain('Cancelled: Routing workshop')
    expect(shown).toContain('French 1')
    expect(shown).toContain('US$100')
    expect(shown).toContain('100% of what was paid')
    const other = /[?&;]to=([\w-]+)#mail/g
    const readers = [...shown.matchAll(other)].map((match) => match[1]!)
    expect(readers).toHaveLength(2)
    const french = await previewOf(app, event.slug, 'cancel', `?to=${readers[1]}`)
    expect(french).toContain('Annulé')
    expect(french).not.toMatch(/key=[\w-]{20,}/)
    expect([(await row()).status, await mails('event-cancelled')]).toEqual(['published', []])

    const done = await app.post(`/organize/${event.slug}/cancel/preview`, { seen: seenIn(shown) })
    expect([done.status, done.headers.get('Location')]).toEqual([303, `/organize/${event.slug}`])
    expect((await row()).status).toBe('cancelled')
    const told = await mails('event-cancelled')
    expect(told.map(({ props }) => JSON.parse(props))).toEqual(
      told.map(() => ({ word: 'We are so sorry.', wordIn: 'en' })),
    )
    expect(told).toHaveLength(2)
    expect(await app.db.selectFrom('formDrafts').selectAll().execute()).toEqual([])
    expect((await changeEvent(app, event.slug, 'cancel')).status).toBe(409)
  })

  test('what was looked at and is no more is shown anew, and nothing is done', async () => {
    await seat([{ fullName: 'Amina', email: 'amina@example.org' }])
    await app.post(`/organize/${event.slug}/cancel`, {})
    const seen = seenIn(await previewOf(app, event.slug, 'cancel'))
    await seat([{ fullName: 'Zoë', email: 'zoe@example.org' }])
    const stale = await app.post(`/organize/${event.slug}/cancel/preview`, { seen })
    const shown = await stale.text()
    expect([stale.status, (await row()).status]).toEqual([409, 'published'])
    expect(shown).toContain('Something has changed since you looked.')
    expect(shown).toContain('tell 2 people')
    expect((await app.post(`/organize/${event.slug}/cancel/preview`, { seen: seenIn(shown) })).status).toBe(303)
  })

  test('nothing at all is no preview that was seen', async () => {
    expect((await app.post(`/organize/${event.slug}/cancel/preview`, {})).status).toBe(409)
    expect((await row()).status).toBe('published')
  })
})

describe('moving', () => {
  test('shows the old beside the new, then tells it', async () => {
    await seat([{ fullName: 'Amina', email: 'amina@example.org' }])
    expect((await app.post(`/organize/${event.slug}/move`, MOVED)).status).toBe(303)
    const shown = await previewOf(app, event.slug, 'move')
    for (const words of ['Until now', 'Example University', 'Other hall', 'New time and place: Routing workshop'])
      expect(shown).toContain(words)
    expect(await page('move')).toContain('value="Other hall"')
    expect((await row()).city).toBe('Kigali')
    expect((await app.post(`/organize/${event.slug}/move/preview`, { seen: seenIn(shown) })).status).toBe(303)
    expect(await row()).toMatchObject({ city: 'Musanze', startsOn: '2027-06-21', previousOn: '2027-06-14' })
    expect(await mails('event-moved')).toHaveLength(1)
  })

  test('an hour that the day does not have is said at its field, one that it has twice is asked about', async () => {
    const paris = { ...MOVED, zone: 'Europe/Paris', startsOn: '2027-03-28', endsOn: '2027-03-28', startsTime: '02:30' }
    const skipped = await app.post(`/organize/${event.slug}/move`, paris)
    expect([skipped.status, await skipped.text()]).toEqual([422, expect.stringContaining('does not exist')])
    const autumn = { ...paris, startsOn: '2027-10-31', endsOn: '2027-10-31' }
    const twice = await app.post(`/organize/${event.slug}/move`, autumn)
    const shown = await twice.text()
    expect([twice.status, shown]).toEqual([422, expect.stringContaining('comes twice')])
    const second = /name="startsMoment" value="(2027-10-31T01:30[^"]*)"/.exec(shown)![1]!
    expect((await app.post(`/organize/${event.slug}/move`, { ...autumn, startsMoment: second })).status).toBe(303)
    await changeEvent(app, event.slug, 'move', { ...autumn, startsMoment: second })
    expect((await row()).startsAt).toBe('2027-10-31T01:30:00.000Z')
  })

  test('to where it is already changes nothing and has no button', async () => {
    const shown = await previewOf(app, event.slug, 'move')
    expect(shown).toContain('Time and place are as they were.')
    expect(shown).not.toContain('class="go"')
  })

  test('bad input comes back as typed', async () => {
    const bad = await app.post(`/organize/${event.slug}/move`, { ...MOVED, city: '', onlineUrl: 'javascript:alert(1)' })
    const shown = await bad.text()
    expect([bad.status, shown.includes('value="Other hall"')]).toEqual([422, true])
    expect(await app.db.selectFrom('formDrafts').selectAll().execute()).toEqual([])
  })
})

test('one person’s plan is nobody else’s', async () => {
  await app.post(`/organize/${event.slug}/move`, MOVED)
  const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: event.id }]
  const { accountId } = await givenAccount(app.db, 'other@plenary.example', roles)
  app.forgetCookies()
  await signInAs(app, accountId)
  expect(await page('move')).not.toContain('Other hall')
})

test('the people are paged, and fifty take as many queries as one', async () => {
  const preview = `/organize/${event.slug}/postpone/preview`
  await seat(crowd(1))
  await bumpContentVersion(app.db)
  const one = (await countQueries(app, [preview]))[preview]
  await seat(crowd(60).slice(1))
  const many = (await countQueries(app, [preview]))[preview]
  expect(many).toBe(one)
  const first = await previewOf(app, event.slug, 'postpone')
  expect(first.match(/#mail"/g)).toHaveLength(50)
  expect((await previewOf(app, event.slug, 'postpone', '?page=2')).match(/#mail"/g)).toHaveLength(10)
})

test('every step opens in three languages, with words from the catalogues alone', async () => {
  await seat(crowd(2))
  for (const prefix of ['', '/fr', '/ar'])
    for (const kind of ['move', 'postpone', 'reinstate', 'cancel'])
      for (const step of ['', '/preview']) {
        const response = await app.get(`${prefix}/organize/${event.slug}/${kind}${step}`)
        expect([response.status, await response.text()]).toEqual([
          200,
          expect.not.stringMatching(/standing\.[a-z]+[A-Z.]/),
        ])
      }
})
