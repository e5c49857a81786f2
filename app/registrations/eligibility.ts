import { isLowIncomeEconomy } from '#app/values/economies.ts'
import { eligibleKey } from './eligible-key.ts'
import type { OfferedType } from './offered.ts'
import type { PlacePerson } from './placing.ts'
import type { EventsTable, ProofsTable } from '#db/schema.ts'

/** How it was shown that somebody may have a ticket type, as a row of `proofs` keeps it. */
export type SeatProof = Pick<ProofsTable, 'eligibility' | 'how' | 'fileId'> & { isVerified: boolean }

type Asked = Pick<OfferedType, 'eligibility' | 'proof'>

/** Why where somebody lives speaks against a ticket type; null when it does not, or is not known. */
export function whyNotEligible(
  { eligibility }: Pick<Asked, 'eligibility'>,
  event: Pick<EventsTable, 'country'>,
  country: string | null | undefined,
): 'not-eligible' | null {
  if (!country) return null
  if (eligibility === 'low-income-economy') return isLowIncomeEconomy(country) ? null : 'not-eligible'
  if (eligibility === 'host-resident') return country === event.country ? null : 'not-eligible'
  return null
}

/** Whether a ticket type asks where its holder lives. */
function asksForResidence({ eligibility }: Pick<Asked, 'eligibility'>): boolean {
  return eligibility === 'low-income-economy' || eligibility === 'host-resident'
}

/**
 * The proof of a seat, null where none is asked for, or why there is none. A seat without a name is judged by what is
 * said of whoever will sit on it; where they live is asked when they are named.
 * @param isOpened whether a code made for this ticket type was used
 */
export function examineProof(
  type: Asked,
  person: PlacePerson,
  event: Pick<EventsTable, 'id' | 'country'>,
  { eligible, isOpened }: { eligible: ReadonlySet<string>; isOpened: boolean },
): { proof: SeatProof | null } | 'not-eligible' | 'proof-missing' {
  const { eligibility, proof: how } = type
  if (eligibility === 'none') return { proof: null }
  const reason = whyNotEligible(type, event, person.country)
  if (reason) return reason
  if (asksForResidence(type) && !person.country && !person.isUnnamed) return 'proof-missing'
  const fileId = how === 'upload' ? (person.proof?.fileId ?? null) : null
  const proof = (isVerified: boolean) => ({ proof: { eligibility, how, fileId, isVerified } })
  switch (how) {
    case 'none':
      return { proof: null }
    case 'declaration':
      return person.proof?.isDeclared ? proof(true) : 'proof-missing'
    case 'code':
      return isOpened ? proof(true) : 'proof-missing'
    case 'list':
      return isListed(person, event.id, type, eligible) ? proof(true) : 'not-eligible'
    case 'upload':
      return fileId ? proof(false) : 'proof-missing'
    case 'desk':
      return proof(false)
  }
}

function isListed(
  { email, proof }: PlacePerson,
  eventId: string,
  { eligibility }: Asked,
  eligible: ReadonlySet<string>,
): boolean {
  return [email, proof?.memberNumber ?? ''].some(
    (typed) => typed !== '' && eligible.has(eligibleKey(eventId, eligibility, typed)),
  )
}
