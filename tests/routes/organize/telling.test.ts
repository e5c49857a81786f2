import { afterEach, beforeEach, expect, test } from 'vitest'
import { changeEvent } from './change-event.ts'
import { givenParticipants } from '#tests/participants/given-participants.ts'
import { sendAll } from '#tests/mail/calendar-mails.ts'
import { NOW, testApp } from '#tests/support/app.ts'
import { givenAccount, givenEvent } from '#tests/support/given.ts'
import { signInAs } from '#tests/support/signed-in.ts'
import { addMinutes } from '#app/values/moment.ts'

let app: Awaited<ReturnType<typeof testApp>>
let event: Awaited<ReturnType<typeof givenEvent>>

beforeEach(async () => {
  app = await testApp()
  event = await givenEvent(app.db)
  const roles = [{ role: 'organizer' as const, scope: 'event' as const, scopeId: event.id }]
  const organizer = await givenAccount(app.db, 'organizer@plenary.example', roles)
  await signInAs(app, organizer.accountId)
})
afterEach(() => app.close())

const page = async (name: string) => await (await app.get(`/organize/${event.slug}/${name}`)).text()
const BOX = /<input[^>]*name="tell"[^>]*>/

/** The details form as a browser would send it, with the boxes as they are ticked. */
async function saveDetails(change: Record<string, string>) {
  const shown = await page('details')
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(shown)?.[1] ?? ''
  const row = await app.db.selectFrom('events').selectAll().where('id', '=', event.id).executeTakeFirstOrThrow()
  return await app.post(`/organize/${event.slug}/details?text=en`, {
    version: hidden('version'),
    seen: hidden('seen'),
    textLanguage: 'en',
    title: 'Routing workshop',
    slug: row.slug,
    language: 'en',
    'languages[0]': 'en',
    startsOn: row.startsOn,
    endsOn: row.endsOn,
    zone: row.zone,
    format: row.format,
    country: row.country!,
    city: row.city!,
    venue: row.venue ?? '',
    summary: 'Five days of practice.',
    admission: 'registration',
    contactEmail: 'desk@plenary.example',
    ...change,
  })
}

async function subjects(minutes: number) {
  return (await sendAll(app.services, addMinutes(NOW, minutes))).map(({ subject }) => subject)
}

test('nobody is asked about while nobody has a seat', async () => {
  expect(await page('details')).not.toMatch(BOX)
  expect(await page('postpone')).not.toMatch(BOX)
})

test('a change of the place is told when the box is ticked, as it is at first, and not otherwise', async () => {
  await givenParticipants(app.db, event, [{ fullName: 'A' }, { fullName: 'B' }])
  await subjects(0)
  const shown = await page('details')
  expect(shown).toContain('Tell the 2 people who have a seat')
  expect(BOX.exec(shown)![0]).toContain('checked')

  const quiet = await saveDetails({ city: 'Musanze' })
  expect(quiet.headers.get('Location')).toContain('told=0')
  expect(await subjects(1)).toEqual([])

  const told = await saveDetails({ city: 'Huye', tell: 'on' })
  expect(told.headers.get('Location')).toContain('told=2')
  const after = await (await app.get(told.headers.get('Location')!)).text()
  expect(after).toContain('2 people are told by email.')
  expect(await subjects(2)).toEqual(['New place: Routing workshop', 'New place: Routing workshop'])
})

test('of what is over nobody is told, but of a postponed event that gets its date after the old one', async () => {
  await givenParticipants(app.db, event, [{ fullName: 'A' }])
  await app.db
    .updateTable('events')
    .set({ endsAt: addMinutes(NOW, -1) })
    .execute()
  expect(await page('details')).not.toMatch(BOX)
  await app.db
    .updateTable('events')
    .set({ postponedAt: addMinutes(NOW, -90) })
    .execute()
  expect(await page('details')).toMatch(BOX)
})

test('a form that comes back keeps the box as it was', async () => {
  await givenParticipants(app.db, event, [{ fullName: 'A' }])
  const back = await (await saveDetails({ title: '' })).text()
  expect(BOX.exec(back)![0]).not.toContain('checked')
})

test('postponed and held after all: told where it is ticked', async () => {
  await givenParticipants(app.db, event, [{ fullName: 'A' }])
  await subjects(0)
  expect(BOX.exec(await page('postpone'))![0]).toContain('checked')
  await changeEvent(app, event.slug, 'postpone', { tell: 'on' })
  expect(await subjects(1)).toEqual(['Postponed: Routing workshop'])
  await changeEvent(app, event.slug, 'reinstate')
  expect(await subjects(2)).toEqual([])
  await changeEvent(app, event.slug, 'postpone')
  await changeEvent(app, event.slug, 'reinstate', { tell: 'on' })
  expect(await subjects(3)).toEqual(['As planned: Routing workshop'])
})
