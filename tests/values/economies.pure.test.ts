import { expect, test } from 'vitest'
import { ECONOMY_LIST_IDS, ECONOMY_LISTS, isAmongEconomies, isLowIncomeEconomy } from '#app/values/economies.ts'
import { isCountry } from '#app/values/fields.ts'
import { en } from '#app/locales/en.ts'

test('every list has countries only, each once, and a name', () => {
  for (const id of ECONOMY_LIST_IDS) {
    for (const country of ECONOMY_LISTS[id].countries) expect(isCountry(country), `${id} ${country}`).toBe(true)
    expect(ECONOMY_LISTS[id].countries.size, id).toBeGreaterThan(4)
    expect(Object.keys(en.call.economies)).toContain(id)
  }
})

test('the lists are as long as their sources say', () => {
  const size = (id: (typeof ECONOMY_LIST_IDS)[number]) => ECONOMY_LISTS[id].countries.size
  expect(size('least-developed-2024-12')).toBe(44)
  expect(size('small-island-states')).toBe(39)
  expect(size('africa')).toBe(60)
})

test('no economy is of two income groups, and no country of two regions', () => {
  const groups = ['low-income-2026-07', 'lower-middle-income-2026-07', 'high-income-2025-07'] as const
  const regions = ['africa', 'asia', 'europe', 'latin-america-caribbean', 'northern-america', 'oceania'] as const
  for (const ids of [groups, regions]) {
    const all = ids.flatMap((id) => [...ECONOMY_LISTS[id].countries])
    expect(all.filter((country, at) => all.indexOf(country) !== at)).toEqual([])
  }
  for (const country of ECONOMY_LISTS['least-developed-2024-12'].countries)
    expect(ECONOMY_LISTS['high-income-2025-07'].countries.has(country)).toBe(false)
})

test('by list, by country, and the other way round', () => {
  const africa = { lists: ['africa'], countries: ['HT'], isExcluded: false }
  expect(['RW', 'HT', 'NP'].map((country) => isAmongEconomies(africa, country))).toEqual([true, true, false])
  const notRich = { lists: ['high-income-2025-07'], countries: [], isExcluded: true }
  expect(['KE', 'DE'].map((country) => isAmongEconomies(notRich, country))).toEqual([true, false])
  expect(isAmongEconomies({ lists: ['of-nobody'], countries: [], isExcluded: false }, 'RW')).toBe(false)
  expect([isLowIncomeEconomy('RW'), isLowIncomeEconomy('BR')]).toEqual([true, false])
})
