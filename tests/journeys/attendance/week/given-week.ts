import { givenParticipants, givenTrack, ROSTER } from '../../../participants/given-participants.ts'
import { givenAccount, givenEvent } from '../../../support/given.ts'
import type { CallSite } from '../../calls/call-site.ts'

export const DESK = '/en/organize/course'
export const ROOM = '/en/teach/course'

/** The moments of the week, in UTC; Kigali is two hours ahead. */
export const AT = {
  freezing: '2027-05-30T08:00:00.000Z',
  doors: '2027-06-14T06:30:00.000Z',
  morning: '2027-06-14T07:30:00.000Z',
  afternoon: '2027-06-14T13:30:00.000Z',
  lastMorning: '2027-06-15T07:30:00.000Z',
  lastAfternoon: '2027-06-15T11:00:00.000Z',
  afterwards: '2027-06-16T08:00:00.000Z',
  later: '2027-07-02T08:00:00.000Z',
}

export interface Participant {
  id: string
  fullName: string
  email: string
  code: string
}

/** A course of two days with one track, six people who have a seat, one who has not paid, and who works there. */
export async function givenWeek(site: CallSite) {
  const db = site.db()
  const event = await givenEvent(db, {
    slug: 'course',
    endsOn: '2027-06-15',
    tickets: [{ seats: 20 }, { seats: 20, price: 5000 }],
  })
  const trackId = await givenTrack(db, event.id, 'T1')
  await db.updateTable('ticketTypes').set({ trackId }).where('eventId', '=', event.id).execute()
  const wanted = ['Contohwati', '山田 例', 'نور تجريبي', 'O’Test-Case, Siobhán', 'Тест Примеров', 'A']
  const people = ROSTER.filter(({ fullName }) => wanted.includes(fullName)).map((person, at) => ({
    ...person,
    email: `participant-${at}@example.org`,
  }))
  const ids = await givenParticipants(db, event, people)
  const [unpaid] = await givenParticipants(db, { id: event.id, tickets: [event.tickets[1]!] }, [{ fullName: 'Ng' }])
  const at = { scope: 'event' as const, scopeId: event.id }
  for (const role of ['organizer', 'instructor', 'front-desk'] as const)
    await givenAccount(db, `${role}@example.org`, [{ role, ...at, trackId: role === 'instructor' ? trackId : '' }])
  const rows = await db.selectFrom('registrations').select(['id', 'code']).where('eventId', '=', event.id).execute()
  const codeOf = (id: string) => rows.find((row) => row.id === id)!.code
  return {
    event,
    trackId,
    unpaid: { id: unpaid!, code: codeOf(unpaid!) },
    people: people.map(({ fullName, email }, place): Participant => {
      const id = ids[place]!
      return { id, fullName, email, code: codeOf(id) }
    }),
  }
}

export type Week = Awaited<ReturnType<typeof givenWeek>>

export function personOf({ people }: Week, fullName: string): Participant {
  return people.find((person) => person.fullName === fullName)!
}
