import { expect, test } from 'vitest'
import { overlap, readRanges } from '#app/participants/lab/address-range.ts'
import { dealGroups } from '#app/participants/lab/deal-groups.ts'
import { findOverlaps } from '#app/participants/lab/find-overlaps.ts'
import { loginName } from '#app/participants/lab/seat-facts.ts'
import { seatsOfPattern } from '#app/participants/lab/seat-pattern.ts'
import { isZoneName, zoneNameOf } from '#app/participants/lab/zone-name.ts'

const pattern = {
  prefix: 'pc',
  from: 9,
  count: 9,
  columns: 4,
  firstRow: 1,
  machine: 'vm{n}',
  addressRange: '10.20.{n}.0/24 2001:db8:{n:hex}::/64',
  zoneName: '{label}.ws.example.',
}

test('a pattern makes seats row by row, with the number in both bases', () => {
  const { seats, refusals } = seatsOfPattern(pattern)
  expect(refusals).toEqual([])
  expect(seats[0]).toEqual({
    label: 'pc9',
    gridRow: 1,
    gridColumn: 1,
    machine: 'vm9',
    addressRange: '10.20.9.0/24 2001:db8:9::/64',
    zoneName: 'pc9.ws.example',
  })
  expect(seats[8]).toMatchObject({ label: 'pc17', gridRow: 3, gridColumn: 1, zoneName: 'pc17.ws.example' })
  expect(seats[8]!.addressRange).toBe('10.20.17.0/24 2001:db8:11::/64')
})

test('what a pattern makes wrong is said once, at its field', () => {
  const { refusals } = seatsOfPattern({ ...pattern, from: 250, addressRange: '10.20.{n}.0/24', zoneName: '-{label}' })
  expect(refusals).toEqual([
    { code: 'zone-name', field: 'zoneName', details: { name: '-pc250' } },
    { code: 'range-form', field: 'addressRange', details: { text: '10.20.256.0/24' } },
  ])
  expect(seatsOfPattern({ ...pattern, prefix: 'pc ü', zoneName: '' }).refusals).toMatchObject([
    { code: 'seat-label', field: 'prefix', details: { label: 'pc ü9' } },
  ])
})

test.each([
  ['10.20.1.5/24', { code: 'range-host', text: '10.20.1.0/24' }],
  ['2001:db8:0:1::5/64', { code: 'range-host', text: '2001:db8:0:1::/64' }],
  ['2001:db8::/129', { code: 'range-form', text: '2001:db8::/129' }],
  ['192.0.2.01/32', { code: 'range-form', text: '192.0.2.01/32' }],
  ['1::2::3', { code: 'range-form', text: '1::2::3' }],
  ['192.0.2.0/', { code: 'range-form', text: '192.0.2.0/' }],
  ['pc1', { code: 'range-form', text: 'pc1' }],
])('%s is no range, and it is said what would be', (typed, fault) => {
  expect(readRanges(typed)).toEqual(fault)
})

test('ranges of either version, an address alone, and nothing', () => {
  expect(readRanges('')).toEqual([])
  expect(readRanges('192.0.2.7')).toEqual([{ version: 4, first: 3221225991n, last: 3221225991n }])
  expect(readRanges('::/0, 0.0.0.0/0')).toHaveLength(2)
  const [one, other] = readRanges('10.0.0.0/8 10.20.0.0/16') as [never, never]
  expect(overlap(one, other)).toBe(true)
})

test('overlapping addresses are found among many, and only those', () => {
  const seats = Array.from({ length: 200 }, (_, at) => ({ label: `pc${at}`, addressRange: `10.20.${at}.0/24` }))
  expect(findOverlaps(seats)).toEqual([])
  expect(findOverlaps([...seats, { label: 'big', addressRange: '10.20.4.0/23 2001:db8::/32' }])).toEqual(
    expect.arrayContaining([
      ['pc4', 'big'],
      ['big', 'pc5'],
    ]),
  )
})

test('zone names are those that a name server takes', () => {
  expect(zoneNameOf(' PC1.ws.EXAMPLE. ')).toBe('pc1.ws.example')
  for (const name of ['pc1.ws.example', 'example', '_acme.example', 'xn--bcher-kva.example'])
    expect(isZoneName(name), name).toBe(true)
  for (const name of [
    '',
    '.',
    'a..b',
    '-a.example',
    'a-.example',
    'bücher.example',
    'a b',
    `${'a'.repeat(64)}.example`,
  ])
    expect(isZoneName(name), name).toBe(false)
})

test('a login name comes from the label and begins with a letter', () => {
  expect(['PC1', '12', '3-a'].map(loginName)).toEqual(['pc1', 'seat12', 'seat3-a'])
})

test('groups are as equal as can be, and countries spread over them', () => {
  const people = ['SN', 'SN', 'SN', 'SN', 'PE', 'PE', null, 'KE', 'KE', 'KE'].map((country, at) => ({
    registrationId: String(at),
    country,
  }))
  const dealt = dealGroups(people, { count: 4, by: 'countries' })
  const sizes = Map.groupBy(dealt, ({ name }) => name)
  expect([...sizes.values()].map(({ length }) => length).toSorted((one, other) => one - other)).toEqual([2, 2, 3, 3])
  const senegal = dealt.filter(({ registrationId }) => Number(registrationId) < 4).map(({ name }) => name)
  expect(new Set(senegal).size).toBe(4)
  expect(dealGroups(people, { count: 2, by: 'list' }).map(({ name }) => name)).toEqual([...'ABABABABAB'])
})
