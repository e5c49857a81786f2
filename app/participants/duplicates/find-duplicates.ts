import { fold } from '#app/values/text.ts'

/** What tells one registration from another. */
export interface Candidate {
  id: string
  sortKey: string
  country: string | null
  affiliation: string | null
  emailKey: string | null
}

export type Sign = 'name-country' | 'name-affiliation' | 'email-signs' | 'email-typo'

/** Two registrations that are likely one person, and what says so. */
export interface Duplicate {
  ids: [string, string]
  signs: Sign[]
}

/** More than so many that look alike are a pattern, not a slip: they say nothing about one another. */
const PATTERN = 8

/** Those who share a name are compared with one another, unless half the world has it. */
const COMMON_NAME = 400

/**
 * Who is likely registered twice: the same folded name with the same country or affiliation, or an address that differs
 * by dots, by what stands behind a plus, or by one letter of somebody who shares a name.
 */
export function findDuplicates(all: Candidate[]): Duplicate[] {
  const found = new Map<string, Duplicate>()
  const note = (one: Candidate, other: Candidate, sign: Sign) => {
    if (one.emailKey !== null && one.emailKey === other.emailKey) return
    const ids: [string, string] = one.id < other.id ? [one.id, other.id] : [other.id, one.id]
    const key = ids.join(' ')
    const known = found.get(key) ?? { ids, signs: [] }
    if (!known.signs.includes(sign)) known.signs.push(sign)
    found.set(key, known)
  }
  const alike = (keyOf: (one: Candidate) => string | null, sign: Sign) => {
    for (const own of bucketsOf(all, (one) => [keyOf(one) ?? ''], PATTERN))
      for (const [one, other] of pairsOf(own)) note(one, other, sign)
  }
  alike(({ sortKey, country }) => sortKey && country && `${sortKey}|${country}`, 'name-country')
  alike(({ sortKey, affiliation }) => sortKey && affiliation && `${sortKey}|${fold(affiliation)}`, 'name-affiliation')
  alike(({ emailKey }) => emailKey && withoutSigns(emailKey), 'email-signs')
  for (const [one, other] of typosAmong(all)) note(one, other, 'email-typo')
  return [...found.values()]
}

/** Those with the same key, where there are at least two and no more than so many. */
function bucketsOf(all: Candidate[], keysOf: (one: Candidate) => string[], most: number): Candidate[][] {
  const buckets = new Map<string, Candidate[]>()
  for (const one of all) {
    for (const key of keysOf(one)) {
      if (key === '') continue
      const own = buckets.get(key)
      if (own) own.push(one)
      else buckets.set(key, [one])
    }
  }
  return [...buckets.values()].filter(({ length }) => length > 1 && length <= most)
}

function* pairsOf(own: Candidate[]): Generator<[Candidate, Candidate]> {
  for (const [at, one] of own.entries()) for (const other of own.slice(at + 1)) yield [one, other]
}

/** Of those who share a name, the pairs whose addresses are one letter apart; who has many such is part of a pattern. */
function typosAmong(all: Candidate[]): [Candidate, Candidate][] {
  const addressOf = new Map(all.flatMap((one) => (one.emailKey ? [[one, withoutSigns(one.emailKey)] as const] : [])))
  const words = ({ sortKey }: Candidate) => [...new Set(sortKey.split(' ').filter(({ length }) => length > 1))]
  const pairs: [Candidate, Candidate][] = []
  const slips = new Map<Candidate, number>()
  for (const own of bucketsOf([...addressOf.keys()], words, COMMON_NAME)) {
    for (const [one, other] of pairsOf(own)) {
      if (!isOneApart(addressOf.get(one)!, addressOf.get(other)!)) continue
      pairs.push([one, other])
      for (const each of [one, other]) slips.set(each, (slips.get(each) ?? 0) + 1)
    }
  }
  return pairs.filter((pair) => pair.every((each) => slips.get(each)! <= PATTERN))
}

/** Without the dots of what stands before the `@`, and without what stands behind a plus. */
export function withoutSigns(emailKey: string): string {
  const at = emailKey.lastIndexOf('@')
  const local = emailKey.slice(0, at).replace(/\+.*$/s, '').replaceAll('.', '')
  return `${local}${emailKey.slice(at)}`
}

/** Whether one letter put in, left out or put in the place of another makes the one of the other. */
export function isOneApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1 || one === other) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1)
}
