import { afterEach, beforeEach, expect, test } from 'vitest'
import { isDuplicate } from '#db/transact.ts'
import { connect } from '#db/connect.ts'
import { insertRows } from '#db/insert-rows.ts'
import { createTestDatabase, type TestDatabase } from '#tests/support/databases/create-database.ts'
import { countedQueries } from '#tests/support/counted-queries.ts'

let database: TestDatabase
let db: ReturnType<typeof connect>

beforeEach(async () => {
  database = await createTestDatabase()
  db = connect(database.url)
})

afterEach(async () => {
  await db.destroy()
  await database.drop()
})

const rowsOf = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, at) => ({ bucket: `bucket ${from + at}`, windowAt: 'now', count: from + at }))
const stored = () => db.selectFrom('attempts').selectAll().orderBy('count').execute()

test('writes every value of every row as it is, however many there are', async () => {
  const hard = ["it's", '?', 'a "word"', '\\', "\\'); --", 'line\nbreak', '😀', 'ß', '$1', ':name', '%', '']
  const rows = hard.map((bucket, at) => ({ bucket, windowAt: `${at}`, count: at }))
  await insertRows(db, 'attempts', rows)
  expect(await stored()).toEqual(rows)
  await insertRows(db, 'attempts', rowsOf(100, 1300))
  expect(await stored()).toEqual([...rows, ...rowsOf(100, 1300)])
  await insertRows(db, 'attempts', [])
})

test('keeps null as null and says the same as inserting them by the list', async () => {
  const people = [null, 'FR', null].map((country, at) => ({
    id: `person ${at}`,
    fullName: `Person ${at}`,
    latinName: null,
    badgeName: null,
    certificateName: null,
    email: null,
    emailKey: null,
    country,
    affiliation: null,
    language: 'en',
    zone: null,
    sortKey: 'person',
    createdAt: '2026-11-21T12:00:00.000Z',
    erasedAt: null,
  }))
  await insertRows(db, 'people', people)
  const others = people.map((one) => ({ ...one, id: `other ${one.id}` }))
  await db.insertInto('people').values(others).execute()
  const read = await db.selectFrom('people').selectAll().orderBy('id').execute()
  expect(read).toEqual([...others, ...people])
})

test('all or none: a row that is there already takes the others back, with or without a transaction', async () => {
  await insertRows(db, 'attempts', rowsOf(5, 6))
  await expect(insertRows(db, 'attempts', rowsOf(0, 10))).rejects.toSatisfy(isDuplicate)
  const inside = db.transaction().execute((db) => insertRows(db, 'attempts', rowsOf(0, 10)))
  await expect(inside).rejects.toSatisfy(isDuplicate)
  expect(await stored()).toEqual(rowsOf(5, 6))
})

test('with `isOnce` what is there is left alone', async () => {
  await insertRows(db, 'attempts', rowsOf(5, 6))
  await insertRows(
    db,
    'attempts',
    rowsOf(0, 10).map((row) => ({ ...row, windowAt: row.count === 5 ? 'now' : 'later', count: row.count + 1 })),
    { isOnce: true },
  )
  expect((await stored()).map(({ bucket, count }) => `${bucket} ${count}`)).toHaveLength(10)
  expect(await db.selectFrom('attempts').select('count').where('bucket', '=', 'bucket 5').executeTakeFirst()).toEqual({
    count: 5,
  })
})

test('rows of different shapes are refused, and so is one that leaves a column open', async () => {
  const [one, other] = rowsOf(0, 2)
  const short = { bucket: 'short', windowAt: 'now' } as typeof one & object
  await expect(insertRows(db, 'attempts', [one!, short])).rejects.toThrow(/shape/)
  await expect(insertRows(db, 'attempts', [one!, { ...other!, count: undefined as never }])).rejects.toThrow(/count/)
  expect(await stored()).toEqual([])
})

test('is one statement to who looks on, however many rows there are', async () => {
  for (const rows of [rowsOf(0, 1), rowsOf(1, 101), rowsOf(101, 102)])
    expect(await countedQueries(db, (db) => insertRows(db, 'attempts', rows))).toBe(1)
})
