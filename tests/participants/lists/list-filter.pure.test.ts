import { expect, test } from 'vitest'
import { EVERYBODY, isNarrowed, listQuery, readListFilter } from '#app/participants/lists/list-filter.ts'

test('an address comes back as it was, without what is as usual', () => {
  const query = 'track=t1&session=s1&day=2027-06-14&q=%D0%9D+Ng&group=B&show=absent-today&language=fr&country=KE'
  const filter = readListFilter(new URLSearchParams(query))
  expect(filter).toEqual({
    trackId: 't1',
    sessionId: 's1',
    day: '2027-06-14',
    search: 'Н Ng',
    group: 'B',
    show: 'absent-today',
    language: 'fr',
    country: 'KE',
  })
  expect(listQuery(filter).toString()).toBe(query)
  expect(listQuery(EVERYBODY).toString()).toBe('')
  expect([isNarrowed(filter), isNarrowed(EVERYBODY)]).toEqual([true, false])
})

test('what is no filter counts as none', () => {
  const odd = new URLSearchParams({
    track: "' or 1=1",
    day: '2027-6-1',
    show: 'everybody',
    language: '<b>',
    country: 'Kenya',
    q: ' \u0000 ',
  })
  expect(readListFilter(odd)).toEqual(EVERYBODY)
})
