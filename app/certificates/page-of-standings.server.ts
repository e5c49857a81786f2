import type { Kysely } from 'kysely'
import { CERTIFICATES_PAGE } from './certificate.ts'
import { listStandings, readStandings, type StandingScope } from './list-standings.server.ts'
import { countStanding, fits, noStandings, type StandingFilter } from './standing-filter.ts'
import { existingPage } from '#app/participants/paging.ts'
import type { Database } from '#db/schema.ts'

/** How many stand how: all are judged for that, since no table says who gets a certificate. */
export async function countStandings(db: Kysely<Database>, scope: StandingScope) {
  return (await judgeAll(db, scope, '')).counts
}

/** A page of the people who stand as `show` asks for, by name, and how many stand how. */
export async function pageOfStandings(
  db: Kysely<Database>,
  { show, page: wanted, ...scope }: StandingScope & { show: StandingFilter; page: number },
) {
  const { counts, total, ids } = await judgeAll(db, scope, show)
  const page = existingPage(wanted, ids.length, CERTIFICATES_PAGE)
  const registrationIds = ids.slice((page - 1) * CERTIFICATES_PAGE, page * CERTIFICATES_PAGE)
  return { counts, total, count: ids.length, page, people: await listStandings(db, { ...scope, registrationIds }) }
}

async function judgeAll(db: Kysely<Database>, scope: StandingScope, show: StandingFilter) {
  const counts = noStandings()
  const ids: string[] = []
  let total = 0
  for await (const lot of readStandings(db, scope)) {
    total += lot.length
    for (const one of lot) {
      countStanding(counts, one)
      if (fits(one, show)) ids.push(one.registrationId)
    }
  }
  return { counts, total, ids }
}
