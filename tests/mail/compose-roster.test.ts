import { expect, test } from 'vitest'
import { BEFORE, FREEZE_AT, givenWorkshop, setState } from '#tests/participants/rosters/a-roster.ts'
import { testServices } from '#tests/support/app.ts'
import { mailSite } from '#app/jobs/mail-site.server.ts'
import { compose } from '#app/mail/compose.server.ts'
import { followRosters } from '#app/participants/rosters/follow-rosters.server.ts'
import { freezeDue } from '#app/participants/rosters/freeze-due.server.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'

test('the mails of a roster say how many, never who: to each instructor of their own tracks, and nothing twice', async () => {
  const { db, services, close } = await testServices()
  const { people } = await givenWorkshop(db)
  const [a] = await people(['Contohwati', 'Þóra Dæmisdóttir'])
  await people(['Ng'], 1)
  /** Writes what waits to be written, and has it sent. */
  const write = async (template: string, now: Instant) => {
    const stored = await db
      .selectFrom('messages')
      .selectAll()
      .where('template', '=', template)
      .where('state', '=', 'waiting')
      .where('dueAt', '<=', now)
      .orderBy('recipientKey')
      .execute()
    const written: [string, string][] = []
    for (const message of stored) {
      const one = await compose(db, mailSite(services), message, now)
      const state = 'mail' in one ? ('sent' as const) : ('withdrawn' as const)
      await db.updateTable('messages').set({ state, sentAt: now }).where('id', '=', message.id).execute()
      written.push([message.recipientKey.split('@')[0]!, 'mail' in one ? one.mail.subject : one.withdrawn])
      if ('mail' in one) expect(one.mail.text + one.mail.html).not.toMatch(/Contohwati|Dæmisdóttir|\bNg\b/)
    }
    // Names of events and tracks stand apart from what surrounds them.
    return written.map(([to, subject]) => [to, subject.replace(/[\u2066-\u2069]/g, '')])
  }

  await freezeDue(db, { now: BEFORE })
  expect(await write('roster-soon', BEFORE)).toEqual([['organizer', 'Roster freezes in 2 days; 0 without visa']])
  await freezeDue(db, { now: FREEZE_AT })
  expect(await write('roster-frozen', FREEZE_AT)).toEqual([
    ['both', 'Roster of Routing workshop is frozen (3)'],
    ['first', 'Roster of Track T1 is frozen (2)'],
    ['second', 'Roster of Track T2 is frozen (1)'],
  ])

  const first = addMinutes(FREEZE_AT, 10)
  await setState(db, a!, 'cancelled')
  await people(['Wulandari'])
  await followRosters(db, { now: first })
  expect(await write('roster-changed', first)).toEqual([
    ['both', 'Roster change: +1/−1, Routing workshop'],
    ['first', 'Roster change: +1/−1, Routing workshop'],
  ])
  // The next of the same day comes in the morning, and has only what is new since then.
  const second = addMinutes(FREEZE_AT, 60)
  await setState(db, a!, 'confirmed')
  await followRosters(db, { now: second })
  expect(await write('roster-changed', second)).toEqual([])
  const morning = '2027-06-01T04:00:00.000Z'
  expect(await write('roster-changed', morning)).toEqual([
    ['both', 'Roster change: +1/−0, Routing workshop'],
    ['first', 'Roster change: +1/−0, Routing workshop'],
  ])
  await close()
}, 60_000)
