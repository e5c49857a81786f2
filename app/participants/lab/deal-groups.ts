/** How groups are made: in the order of the list, or so that people of one country are spread over all of them. */
export type Dealing = 'list' | 'countries'

/** More groups than letters nobody needs. */
export const MOST_GROUPS = 12

/** `A`, `B`, `C` … */
export function groupNames(count: number): string[] {
  return Array.from({ length: count }, (_, at) => String.fromCodePoint(65 + at))
}

/** A group for each, as equal in size as can be; given in the order of the list. */
export function dealGroups(
  people: { registrationId: string; country: string | null }[],
  { count, by }: { count: number; by: Dealing },
): { registrationId: string; name: string }[] {
  const names = groupNames(count)
  return inOrder(people, by).map(({ registrationId }, at) => ({ registrationId, name: names[at % count]! }))
}

/** Those of one country follow each other, the largest countries first, so that dealing in turn spreads them. */
function inOrder<Person extends { country: string | null }>(people: Person[], by: Dealing): Person[] {
  if (by === 'list') return people
  return [...Map.groupBy(people, ({ country }) => country ?? '').values()]
    .toSorted((one, other) => other.length - one.length)
    .flat()
}
