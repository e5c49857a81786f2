import { seenOf } from '#app/values/seen.ts'

interface StoredPerson {
  fullName: string
  latinName: string | null
  role: string
  trackId: string | null
  affiliation: string | null
  country: string | null
}

/** Stands for what the form shows of somebody. */
export function seenPerson({ fullName, latinName, role, trackId, affiliation, country }: StoredPerson): string {
  return seenOf([fullName, latinName, role, trackId, affiliation, country])
}
