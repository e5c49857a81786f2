import { expect, test } from 'vitest'
import { type Rankable, rankApplications } from '#app/applications/selection/ranking/rank-applications.ts'

const row = (id: string, more: Partial<Rankable> = {}): Rankable => ({
  id,
  number: 1,
  score: 50_000,
  spread: 5_000,
  reviewCount: 2,
  submittedAt: '2027-02-01T00:00:00.000Z',
  ...more,
})

test('equal means are told apart by reviews, then by agreement, then by time; who was not reviewed is last', () => {
  const ranked = rankApplications([
    row('none', { score: null, spread: null, reviewCount: 0 }),
    row('late', { submittedAt: '2027-02-02T00:00:00.000Z' }),
    row('early'),
    row('apart', { spread: 9_000 }),
    row('three', { reviewCount: 3, spread: 20_000 }),
    row('best', { score: 50_001 }),
  ])
  expect(ranked.map(({ id, rank, rankedBy }) => [id, rank, rankedBy])).toEqual([
    ['best', 1, 'first'],
    ['three', 2, 'score'],
    ['early', 3, 'reviews'],
    ['late', 4, 'earlier'],
    ['apart', 5, 'spread'],
    ['none', 6, 'score'],
  ])
})
