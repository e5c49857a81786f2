import type { Bench } from './bench.ts'
import { onEachServed } from './served-desk.ts'
import { givenBusyEvent } from '../support/busy-event.ts'
import { givenEvent } from '../support/given.ts'
import { deskAddresses } from '../support/desk-addresses.ts'

const PEOPLE = 5000
const EVENTS = 2000
const SESSIONS = 200
const AIM = 200

/** Every screen of the organizers' workspace with 5,000 registrations in the event and 2,000 events: its time on the server. */
export const run: Bench = async (print) => {
  await onEachServed(print, async ({ services: { db }, measure }) => {
    const event = await givenBusyEvent(db, { people: PEOPLE, sessions: SESSIONS })
    for (let at = 0; at < EVENTS; at++) await givenEvent(db, { seriesId: event.seriesId, title: `Workshop ${at}` })
    await measure({
      accountId: event.accountId,
      paths: [...deskAddresses(event), ...narrowed(event.slug)],
      nameOf: (path) => path.replace(event.slug, 'EVENT').replace(/[0-9a-f-]{36}/g, 'ID'),
      aim: AIM,
    })
  })
}

/** The table of registrations and a new message, narrowed by what is dear to find. */
function narrowed(slug: string): string[] {
  const queries = ['money=unpaid', 'money=paid&state=held', 'answers=missing', 'q=person-4', 'country=RW&sort=name']
  return [
    ...queries.map((query) => `/organize/${slug}/registrations?${query}`),
    `/organize/${slug}/messages/new?money=unpaid`,
    '/organize?q=workshop',
  ]
}
