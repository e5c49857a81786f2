import type { Insertable } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { cleanLine, emailKey, sortKey } from '#app/values/text.ts'
import type { PeopleTable } from '#db/schema.ts'

/** What is told of somebody who gets a seat. */
export interface SeatPerson {
  fullName: string
  email: string
  latinName?: string | null
  affiliation?: string | null
  country?: string | null
}

/** The columns that say who somebody is. */
export function personColumns({ fullName, email, latinName, affiliation, country }: SeatPerson) {
  const name = cleanLine(fullName)
  return {
    fullName: name,
    latinName: latinName || null,
    email: cleanLine(email),
    emailKey: emailKey(email),
    affiliation: affiliation || null,
    country: country || null,
    sortKey: sortKey(name),
  }
}

/** The person row of a seat that has nobody's name on it yet; an empty name tells it. */
export function nobody(language: string, now: Instant): Insertable<PeopleTable> {
  return {
    id: newId(now),
    fullName: '',
    latinName: null,
    badgeName: null,
    certificateName: null,
    email: null,
    emailKey: null,
    country: null,
    affiliation: null,
    language,
    zone: null,
    sortKey: '',
    createdAt: now,
    erasedAt: null,
  }
}
