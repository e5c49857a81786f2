import { expect } from 'vitest'
import type { CallSite } from './call-site.ts'
import { organizer } from './start-call.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { FIRST_FLIGHT, weightOf } from '#tests/support/weight.ts'

/** What registrations an event has, as a certificate needs them. */
export async function registered(site: CallSite, eventId: string) {
  return await site
    .db()
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .leftJoin('tracks', 'tracks.id', 'registrations.trackId')
    .select(['people.fullName', 'people.country', 'registrations.state'])
    .select(['ticketTypes.code as ticket', 'tracks.code as track'])
    .where('registrations.eventId', '=', eventId)
    .orderBy('registrations.createdAt')
    .execute()
}

/** The participant is on the organizer's list, their own page is small, and everything adds up. */
export async function endsWell(
  site: CallSite,
  { desk, name, address }: { desk: string; name: string; address: string },
): Promise<void> {
  const page = await organizer(site)
  await page.goto(`${desk}/registrations`)
  expect(await page.locator('main').innerText()).toContain(name)
  await page.context().close()
  expect(await weightOf(await (await fetch(address)).text())).toBeLessThanOrEqual(FIRST_FLIGHT)
  expect((await checkInvariants(site.db())).filter(({ violations }) => violations > 0)).toEqual([])
}
