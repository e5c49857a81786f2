import { afterEach, beforeEach, expect, test } from 'vitest'
import { explainRank } from '#app/applications/selection/ranking/explain-rank.server.ts'
import { listRanking } from '#app/applications/selection/ranking/list-ranking.server.ts'
import { rankingFilterOf } from '#app/applications/selection/ranking/ranking-filter.ts'
import { testServices } from '#tests/support/app.ts'
import { givenApplications, givenCall } from '#tests/support/given-call.ts'

let test_: Awaited<ReturnType<typeof testServices>>
let call: Awaited<ReturnType<typeof givenCall>>['call']

beforeEach(async () => {
  test_ = await testServices()
  call = (await givenCall(test_.services)).call
  await givenApplications(test_.services, { call, count: 60, withReviews: 2 })
})
afterEach(() => test_.close())

const list = (query = '', part = { from: 0, most: 100 }) =>
  listRanking(test_.db, { call, filter: rankingFilterOf(new URLSearchParams(query)), part })

async function set(id: string, columns: Record<string, number | string | null>) {
  await test_.db.updateTable('applications').set(columns).where('id', '=', id).execute()
}

test('the order is that of the means, ranks are those of the whole field, and pages follow one another', async () => {
  const { rows, total, fieldMeans } = await list()
  expect(rows).toHaveLength(total)
  const scores = rows.map(({ score }) => score ?? -1)
  expect(scores).toEqual(scores.toSorted((one, other) => other - one))
  expect(rows.map(({ rank }) => rank)).toEqual(rows.map((_, at) => at + 1))
  const second = await list('', { from: 10, most: 10 })
  expect(second.rows.map(({ id }) => id)).toEqual(rows.slice(10, 20).map(({ id }) => id))
  expect(Object.keys(fieldMeans).toSorted()).toEqual(call.criteria.map(({ id }) => id).toSorted())
  for (const { means } of rows) expect(Object.keys(means)).toHaveLength(call.criteria.length)
  const choice = call.choices[0]!.id
  const wishing = await list(`choice=${choice}`)
  expect(wishing.rows.length).toBeGreaterThan(0)
  for (const row of wishing.rows) {
    expect(row.wishes).toContain(choice)
    expect(rows.find(({ id }) => id === row.id)!.rank).toBe(row.rank)
  }
})

test('what is missing is told, and who is not eligible stands apart', async () => {
  const { rows } = await list()
  const [one, two, three, four] = rows
  await set(one!.id, { reviewCount: 1 })
  await set(two!.id, { spread: 99_000 })
  await set(three!.id, { score: null, reviewCount: 0, spread: null })
  await set(four!.id, { eligibility: 'ineligible' })
  const after = await list()
  expect(after.rows.find(({ id }) => id === one!.id)).toMatchObject({ missing: call.reviewersEach - 1 })
  expect(after.rows.find(({ id }) => id === two!.id)).toMatchObject({ isThirdWanted: true })
  expect(after.rows.at(-1)).toMatchObject({ id: three!.id, score: null })
  expect(after.counts).toMatchObject({ ranked: 59, unreviewed: 1, third: 1, ineligible: 1 })
  expect((await list('state=third-wanted')).rows.map(({ id }) => id)).toEqual([two!.id])
  expect((await list('state=unreviewed')).rows.map(({ id }) => id)).toEqual([three!.id])
})

test('the reasons of a rank: the rule, each review, the field, and who stands around it; of another call there are none', async () => {
  const { rows } = await list()
  const explained = (await explainRank(test_.db, { call, applicationId: rows[5]!.id }))!
  expect(explained.row.rank).toBe(6)
  expect(explained.around.map(({ rank }) => rank)).toEqual([4, 5, 6, 7, 8])
  expect(explained.reviews).toHaveLength(2)
  expect(Object.keys(explained.reviews[0]!.scores)).toHaveLength(call.criteria.length)
  const other = await givenCall(test_.services, { sample: 'inet' })
  expect(await explainRank(test_.db, { call: other.call, applicationId: rows[5]!.id })).toBeNull()
})
