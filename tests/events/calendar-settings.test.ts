import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenDay, readFeeds } from '#tests/calendar/given-feeds.ts'
import { testServices } from '#tests/support/app.ts'
import { minimal } from './event-documents.ts'
import { type CalendarSettings, calendarSettingsSchema, seenOfSettings } from '#app/events/calendar-settings.ts'
import { readDocuments, readPublicDocument } from '#app/events/document/read-documents.server.ts'
import { eventView } from '#app/events/event-queries.server.ts'
import { importEvents } from '#app/events/import-events.server.ts'
import { findCalendarSettings, saveCalendarSettings } from '#app/events/save-calendar-settings.server.ts'
import { programmeView } from '#app/programme/programme-queries.server.ts'
import type { Database } from '#db/schema.ts'

const LATER = '2026-11-22T08:00:00.000Z'
const actor = { kind: 'account', id: 'an-account' } as const
const OPEN = { isJoinPublic: true, areRoomsPublic: true, calendarMail: 'file' } as const
const CLOSED = { isJoinPublic: false, areRoomsPublic: false, calendarMail: 'invitation' } as const

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeAll(async () => {
  run = await testServices()
  db = run.db
})
afterAll(() => run.close())

const save = (eventId: string, settings: CalendarSettings, seen = '') =>
  saveCalendarSettings(db, { eventId, form: { ...settings, seen }, now: LATER, actor })

describe('what calendars may show', () => {
  it('is saved over what was seen, and over nothing else', async () => {
    const { id } = await givenDay(db)
    const seen = seenOfSettings((await findCalendarSettings(db, id))!)
    expect(await save(id, OPEN, seen)).toMatchObject({ ok: true })
    expect(await findCalendarSettings(db, id)).toEqual(OPEN)
    expect(await save(id, CLOSED, seen)).toEqual({ ok: false, refusals: [{ code: 'offer-stale' }] })
    expect(await findCalendarSettings(db, id)).toEqual(OPEN)
    expect(await save('nothing', CLOSED)).toEqual({ ok: false, refusals: [{ code: 'gone' }] })
    const audit = await db.selectFrom('auditEntries').selectAll().where('objectId', '=', id).execute()
    expect(audit.map(({ action, after }) => [action, JSON.parse(after)])).toEqual([['event.calendar-changed', OPEN]])
  })

  it('is not guessed from half a form', () => {
    expect(calendarSettingsSchema.safeParse({ join: 'public', rooms: 'public' }).success).toBe(false)
    const parsed = calendarSettingsSchema.parse({ join: 'participants', rooms: 'participants', mail: 'invitation' })
    expect(parsed).toEqual({ ...CLOSED, seen: '' })
  })

  it('the way of mails changes no calendar', async () => {
    const { id } = await givenDay(db)
    const before = await readFeeds(db, id)
    await save(id, { isJoinPublic: false, areRoomsPublic: true, calendarMail: 'invitation' })
    expect(await readFeeds(db, id)).toEqual(before)
  })

  it('rooms that only participants may know are on nothing public', async () => {
    const day = await givenDay(db)
    const everything = async () =>
      JSON.stringify([
        await readPublicDocument(db, day.slug),
        await programmeView(db, day.slug, 'en'),
        (await eventView(db, day.slug, 'en'))!.tracks,
        await readFeeds(db, day.id),
        await db.selectFrom('eventSearch').selectAll().where('eventId', '=', day.id).execute(),
      ])
    expect(await everything()).toContain('Hall A')
    await save(day.id, CLOSED)
    expect(await everything()).not.toContain('Hall A')
    expect(JSON.stringify(await readFeeds(db, day.id, { audience: 'participants' }))).toContain('Hall A')
  })
})

describe('documents', () => {
  const secret = minimal({
    slug: 'secret',
    dates: { startsOn: '2031-06-09', endsOn: '2031-06-09', zone: 'UTC' },
    format: 'hybrid',
    place: { country: 'KE', city: 'Nairobi' },
    postponedAt: '2031-01-01T02:00:00+02:00',
    tracks: [{ code: 'T1', language: 'en', room: 'Lab 1', texts: { en: { title: 'Hosts' } } }],
    sessions: [
      { kind: 'talk', title: 'Talk', heldOn: '2031-06-09', startsTime: '09:00', endsTime: '10:00', room: 'Hall B' },
    ],
    private: { calendar: { isJoinPublic: true, areRoomsPublic: false, mail: 'invitation' } },
  })

  it('carry the settings and the postponing, and the public one brings no room away', async () => {
    expect(await importEvents(db, { documents: secret, now: LATER, actor })).toMatchObject({ ok: true })
    const { id } = await db.selectFrom('events').select('id').where('slug', '=', 'secret').executeTakeFirstOrThrow()
    const whole = async () => (await readDocuments(db, { eventIds: [id], isPrivate: true }))[0]!
    const before = await whole()
    expect(before.private!.calendar).toEqual({ isJoinPublic: true, areRoomsPublic: false, mail: 'invitation' })
    expect(before.postponedAt).toBe('2031-01-01T00:00:00.000Z')
    expect([before.tracks[0]!.room, before.sessions[0]!.room]).toEqual(['Lab 1', 'Hall B'])

    const shown = (await readPublicDocument(db, 'secret'))!
    expect([shown.tracks[0]!.room, shown.sessions[0]!.room]).toEqual([null, null])
    const again = await importEvents(db, { documents: shown, now: LATER, actor })
    expect(again).toMatchObject({ ok: true, value: { unchanged: ['secret'] } })
    const other = { ...shown, level: 'advanced', sessions: [{ ...shown.sessions[0]!, room: 'Hall C' }] }
    expect(await importEvents(db, { documents: other, now: LATER, actor })).toMatchObject({ ok: true })
    const after = await whole()
    expect([after.tracks[0]!.room, after.sessions[0]!.room]).toEqual(['Lab 1', 'Hall C'])
    expect(after.private!.calendar.areRoomsPublic).toBe(false)
  })
})
