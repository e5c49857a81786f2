import type { Kysely } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { givenAt, linesOf, readAgreed, SITE } from './given-at.ts'
import { entriesOfEvents } from '#app/calendar/entries.server.ts'
import { programmeCalendar } from '#app/calendar/event-calendar.server.ts'
import { calendarOfEvents } from '#app/calendar/public-calendar.server.ts'
import { joinCalendar, writeCalendar, writeEntry } from '#app/calendar/write-calendar.ts'
import { givenSession } from '#tests/events/event-samples.ts'
import { testServices } from '#tests/support/app.ts'
import { givenEntry } from '#tests/support/calendar-entry.ts'
import { expectAgreement } from '#tests/support/judges/expect-agreement.ts'
import type { Database } from '#db/schema.ts'

let run: Awaited<ReturnType<typeof testServices>>
let db: Kysely<Database>

beforeAll(async () => {
  run = await testServices()
  db = run.db
})
afterAll(() => run.close())

/** The file of an event with these texts, as they stand in the database: nobody has cleaned them. */
async function readTexts({ title = 'T', summary = '' }: { title?: string; summary?: string }, given = {}) {
  const event = await givenAt(db, 'Africa/Kigali', ['2027-02-01', '09:00'], ['2027-02-01', '10:00'], given)
  await db.updateTable('eventTexts').set({ title, summary }).where('eventId', '=', event.id).execute()
  const read = await readAgreed(db, [event])
  expect(read.events).toHaveLength(1)
  return { ...read, event: read.events[0]!, slug: event.slug }
}

describe('long lines', () => {
  // The checker sees to the 75 octets, to whole letters and to whole escapes.
  test.each([
    ['#29', 'graphemes of many octets', '👩🏽‍💻🇰🇪 '.repeat(30).trim()],
    ['#31', 'Chinese, with its own commas', '互联网协会培训班，网络；'.repeat(8)],
    ['#32', '2,000 letters without a space', 'x'.repeat(2000)],
    ['#29', 'twelve kilobytes of Arabic', 'ورشة عمل في توجيه الإنترنت، كيغالي؛ '.repeat(190).trim()],
  ])('A.7 %s: %s', async (_number, _name, text) => {
    // A title is as long as its column; an abstract has no end.
    const title = [...text].slice(0, 150).join('').trim()
    const event = await givenAt(db, 'Africa/Kigali', ['2027-06-14'], ['2027-06-14'], { title })
    const id = await givenSession(db, event.id, { day: '2027-06-14', from: '09:00', to: '10:00', title })
    await db.updateTable('sessions').set({ abstract: text }).where('id', '=', id).execute()
    const programme = await programmeCalendar(db, SITE, { eventId: event.id, address: '/programme.ics' })
    const { events } = await expectAgreement(programme!.body)
    expect(programme!.body).toContain('\r\n ')
    expect(events.map(({ summary }) => summary)).toEqual([title])
    expect(events[0]!.description).toContain(text)
    const long = writeCalendar({ name: text, sourceUrl: null, entries: [givenEntry({ summary: text })] }, 'e.org')
    expect((await expectAgreement(long)).events[0]!.summary).toBe(text)
  })

  test('A.7 #29: a letter that no line can hold comes back whole', async () => {
    const text = `Z${'\u0301\u0316'.repeat(60)}algo, ${`;${'\u0323'.repeat(50)}`.repeat(3)}`
    expect((await readTexts({ summary: text })).event.description).toContain(text.normalize('NFC'))
  })

  test('A.7 #35: an escape is not parted, wherever it falls', async () => {
    // Escapes of two octets one after the other: the 75th octet falls between the two of one in every other title.
    const titles = ['', 'x', 'xy', 'xyz'].map((before) => before + ',;\\n'.repeat(40))
    const events = []
    for (const title of titles)
      events.push(await givenAt(db, 'Africa/Kigali', ['2027-02-01'], ['2027-02-01'], { title }))
    const { events: read } = await readAgreed(db, events)
    expect(read.map(({ summary }) => summary)).toEqual(titles)
  })
})

describe('signs', () => {
  test('A.7 #33: what iCalendar escapes is escaped, and nothing else', async () => {
    const title = 'C:\\new, semi; "quote" \\n literal'
    const { whole, event } = await readTexts({ title })
    expect(whole).toContain('SUMMARY:C:\\\\new\\, semi\\; "quote" \\\\n literal\r\n')
    expect(event.summary).toBe(title)
  })

  test('A.7 #36: line ends of every kind are one kind', async () => {
    const { event } = await readTexts({ summary: 'a\r\nb\rc\nd\u2028e\u2029f\u0085g' })
    expect(event.description).toMatch(/^a\nb\nc\nd\ne\nf\ng\n\n/)
  })

  test('control characters, halves of characters and emptiness do no harm', async () => {
    const { event } = await readTexts({ title: 'a\u0000b\u0007\uD83Dc\u2028d', summary: 'e\u001bf\tg\uDE00' })
    expect(event.summary).toBe('a b \uFFFDc d')
    expect(event.description).toMatch(/^ef\tg\uFFFD\n\n/)
    const { event: nameless, slug } = await readTexts({ title: ' \r\n\u2028 ' })
    expect(nameless.summary).toBe(`https://plenary.test/en/events/${slug}`)
  })

  test('A.7 #38: a title cannot end its event and begin another', async () => {
    const evil = 'x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:evil'
    const { body, event } = await readTexts({ title: evil, summary: evil }, { venue: evil, address: evil, city: evil })
    expect(linesOf(body, 'BEGIN').filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
    expect(linesOf(body, 'UID')).toHaveLength(1)
    expect(event.summary).toBe('x END:VEVENT BEGIN:VEVENT UID:evil')
  })
})

describe('people and addresses', () => {
  test('A.7 #40: quotation marks in the name of an organizer', async () => {
    const { id } = await givenAt(db, 'Africa/Kigali', ['2027-02-01', '09:00'], ['2027-02-01', '10:00'])
    const { entries } = await entriesOfEvents(db, SITE, [id])
    const invitation = {
      method: 'REQUEST' as const,
      organizer: { name: 'Org "Q", Inc', email: 'events@plenary.test' },
      attendee: { name: 'Zoë “Z”; \r\nATTENDEE:mailto:evil@e.org ^n', email: 'zoe+1@example.org' },
    }
    const text = writeEntry(entries[0]!, SITE.uidDomain, invitation)
    const body = joinCalendar({ name: '', sourceUrl: null, method: 'REQUEST' }, [text])
    const { method, events } = await expectAgreement(body)
    expect(linesOf(body, 'ORGANIZER')).toEqual([`ORGANIZER;CN="Org 'Q', Inc":mailto:events@plenary.test`])
    expect(method).toBe('REQUEST')
    expect(events[0]!.organizer).toEqual(["Org 'Q', Inc", 'mailto:events@plenary.test'])
    expect(events[0]!.attendees).toEqual([['Zoë “Z”; ATTENDEE:mailto:evil@e.org ˆn', 'mailto:zoe+1@example.org']])
  })

  const open = { format: 'online', isJoinPublic: 1 } as const

  test('A.7 #41: an address is written as it is, other scripts percent-encoded', async () => {
    const { whole } = await readTexts({}, { ...open, onlineUrl: 'https://e.org/e/1?a=1,2;b=3' })
    expect(whole).toContain(':https://e.org/e/1?a=1,2;b=3\r\n')
    const other = await readTexts({}, { ...open, onlineUrl: 'https://e.org/é?q=نور\\x' })
    expect(linesOf(other.body, 'CONFERENCE')[0]).toMatch(/:https:\/\/e\.org\/%C3%A9\?q=%D9%86%D9%88%D8%B1%5Cx$/)
    expect(linesOf(other.body, 'URL')).toEqual([`URL:https://plenary.test/en/events/${other.slug}`])
  })

  test('A.7 #41: an event with an address of two lines is refused, and takes no other with it', async () => {
    const good = await givenAt(db, 'Africa/Kigali', ['2027-02-01'], ['2027-02-01'])
    const onlineUrl = 'https://e.org/\r\nEND:VEVENT'
    const bad = await givenAt(db, 'Africa/Kigali', ['2027-02-01'], ['2027-02-01'], { ...open, onlineUrl })
    const { entries } = await entriesOfEvents(db, SITE, [bad.id])
    expect(() => writeEntry(entries[0]!, SITE.uidDomain)).toThrow(RangeError)
    const faults: unknown[] = []
    const events = db.selectFrom('events').where('id', 'in', [good.id, bad.id])
    const choice = { events, changedAt: null, name: 'Both', address: '/both.ics' }
    const { body } = await calendarOfEvents(db, { site: SITE, onFault: (fault) => faults.push(fault) }, choice)
    const read = await expectAgreement(body)
    expect(read.events.map(({ uid }) => uid)).toEqual([`event-${good.id}@plenary.test`])
    expect(faults).toHaveLength(1)
  })
})
