import { cleanLine } from '#app/values/text.ts'
import type { ApplicantCategory, ApplicationsTable } from '#db/schema.ts'

export const APPLICATION_STATES = ['draft', 'submitted', 'withdrawn'] as const satisfies ApplicationsTable['state'][]
export const ELIGIBILITIES = ['eligible', 'ineligible', 'unknown'] as const satisfies ApplicationsTable['eligibility'][]
export const CATEGORIES = ['first-time', 'returning', 'other'] as const

/** Which applications of a call are meant: every part that is set narrows it, none of them means all. */
export interface ApplicationFilter {
  /** Words of a name or an address, a code, or a number. */
  search: string
  states: ApplicationsTable['state'][]
  completeness: 'complete' | 'incomplete' | null
  eligibility: ApplicationsTable['eligibility'] | null
  /** Who wishes for it at all, by its code. */
  choice: string | null
  countries: string[]
  /** `other`: those without a category. */
  category: (typeof CATEGORIES)[number] | null
  language: string | null
  team: 'team' | 'alone' | null
  /** `waiting`: somebody was asked who has not answered; `come`: nobody is waited for, and something came. */
  letters: 'waiting' | 'come' | 'none' | null
}

/** The filter that an address asks for; what is no filter counts as none. */
export function filterOfAddress(address: URLSearchParams): ApplicationFilter {
  const all = (name: string) => [...new Set(address.getAll(name).filter((value) => value !== ''))].slice(0, 60)
  const one = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === address.get(name)) ?? null
  return {
    search: cleanLine(address.get('q') ?? '').slice(0, 100),
    states: APPLICATION_STATES.filter((state) => all('state').includes(state)),
    completeness: one('complete', ['complete', 'incomplete']),
    eligibility: one('eligibility', ELIGIBILITIES),
    choice: (address.get('choice') ?? '').slice(0, 20) || null,
    countries: all('country').filter((code) => /^[A-Z]{2}$/.test(code)),
    category: one('category', CATEGORIES),
    language: (address.get('language') ?? '').slice(0, 16) || null,
    team: one('team', ['team', 'alone']),
    letters: one('letters', ['waiting', 'come', 'none']),
  }
}

/** The query of an address that asks for this filter, without what is not set. */
export function addressOfFilter(filter: ApplicationFilter): URLSearchParams {
  const pairs: [string, string | null][] = [
    ['q', filter.search],
    ...filter.states.map((value): [string, string] => ['state', value]),
    ['complete', filter.completeness],
    ['eligibility', filter.eligibility],
    ['choice', filter.choice],
    ...filter.countries.map((value): [string, string] => ['country', value]),
    ['category', filter.category],
    ['language', filter.language],
    ['team', filter.team],
    ['letters', filter.letters],
  ]
  return new URLSearchParams(pairs.filter((pair): pair is [string, string] => Boolean(pair[1])))
}

export function isFiltered(filter: ApplicationFilter): boolean {
  return addressOfFilter(filter).size > 0
}

export function categoryOf(category: ApplicantCategory): (typeof CATEGORIES)[number] {
  return category === '' ? 'other' : category
}
