import { expect, test } from 'vitest'
import { type Candidate, type FreeSeat, whyPassedOver } from '#app/applications/offers/why-passed-over.ts'
import { NOW } from '#tests/support/now.ts'

const seat: FreeSeat = {
  choiceId: 'one',
  choiceCode: 'T1',
  taughtIn: 'en',
  startsAt: '2027-06-01T08:00:00.000Z',
  visaDays: 0,
  funds: [],
  componentsOf: new Map([['full', [{ kind: 'travel', amountMinor: 100, currency: 'USD' }]]]),
}

const candidate: Candidate = {
  applicationId: 'a',
  code: 'A',
  number: 1,
  name: 'Ada Example',
  residence: 'KE',
  place: 1,
  choiceId: 'one',
  packageId: null,
  wishes: ['one'],
  needsVisa: false,
  awardee: { residence: 'KE', gender: null, isFirstTime: null },
  levels: null,
}

const why = (one: Partial<Candidate>, given: Partial<FreeSeat> = {}) =>
  whyPassedOver({ ...candidate, ...one }, { ...seat, ...given }, NOW)

test('the language of a course is needed in every skill that is asked; what nobody said is not held against them', () => {
  expect(why({ levels: ['en:2222'] })).toBeNull()
  expect(why({ levels: ['en:4421'] })).toBe('language')
  expect(why({ levels: ['fr:1111', 'en:3333'] })).toBeNull()
  expect(why({ levels: ['fr:4444'] })).toBeNull()
  expect(why({ levels: null })).toBeNull()
  expect(why({ levels: ['en:1111'] }, { taughtIn: null })).toBeNull()
})

test('a fund that asks for an answer pays for who gave it', () => {
  const fund = {
    id: 'f',
    code: 'F',
    name: 'Fund',
    currency: 'USD',
    budgetMinor: 100,
    offeredMinor: 0,
    committedMinor: 0,
    freeMinor: 100,
    conditions: [{ kind: 'answer' as const, question: 'studies', values: ['yes'] }],
  }
  const asked = (answers: Record<string, string[]>) =>
    why({ packageId: 'full', awardee: { ...candidate.awardee, answers } }, { funds: [fund] })
  expect(asked({ studies: ['yes'] })).toBeNull()
  expect(asked({ studies: ['no'] })).toBe('not-fundable')
  expect(asked({})).toBe('not-fundable')
})
