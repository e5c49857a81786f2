import { type AwardPackage, type Candidate, type Frame, totalOf } from './candidate.ts'

/**
 * Which packages to try for somebody, the best fitting first: the smallest that covers what they ask for, or the largest
 * when none does; then the smaller ones. `null` is a seat without an award, for who asks for none.
 */
export function wantedPackages(
  { kind, packages }: Pick<Frame, 'kind' | 'packages'>,
  { askedMinor, askedCurrency }: Pick<Candidate, 'askedMinor' | 'askedCurrency'>,
): (AwardPackage | null)[] {
  if (packages.length === 0) return [null]
  if (askedMinor === 0 && kind !== 'scholarship') return [null]
  const largestFirst = packages.toSorted((one, other) => totalOf(other) - totalOf(one))
  const isComparable = askedMinor !== null && packages.every(({ currency }) => currency === askedCurrency)
  const start = isComparable
    ? largestFirst.findLastIndex((one) => totalOf(one) >= askedMinor)
    : largestFirst.findIndex(({ isDefault }) => isDefault)
  return largestFirst.slice(Math.max(start, 0))
}
