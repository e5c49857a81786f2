import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '#app/values/id.ts'
import { addMinutes } from '#app/values/moment.ts'
import { type Cursor, END } from '#app/values/cursor.ts'
import { keysetPage, mergedPage, nextRows, type Page, type Part } from '#db/keyset.ts'
import { NOW, testServices } from '#tests/support/app.ts'

const SIZE = 4
let services: Awaited<ReturnType<typeof testServices>>

beforeAll(async () => (services = await testServices()))
afterAll(async () => await services.close())

/** Rows that are sorted by something that three of them always have in common. */
async function given(kind: string, length: number): Promise<string[]> {
  const rows = Array.from({ length }, (_, at) => rowOf(kind, at))
  if (rows.length > 0) await services.db.insertInto('downloads').values(rows).execute()
  return rows.map(({ id }) => id)
}

function rowOf(kind: string, at: number, rowCount = Math.floor(at / 3)) {
  return {
    id: newId(addMinutes(NOW, at)),
    accountId: 'nobody',
    eventId: 'nowhere',
    trackId: null,
    kind,
    rowCount,
    createdAt: NOW,
  }
}

const list = (kind: string) => services.db.selectFrom('downloads').where('kind', '=', kind)

const page = (kind: string, cursor: Cursor, narrowed = list(kind)) =>
  keysetPage(narrowed.select(['downloads.id', 'rowCount']), {
    keys: [
      ['downloads.rowCount', 'desc'],
      ['downloads.id', 'asc'],
    ],
    cursor,
    size: SIZE,
    anchor: list(kind),
  })

const inOrder = async (kind: string) =>
  (await list(kind).select(['id']).orderBy('rowCount', 'desc').orderBy('id').execute()).map(({ id }) => id)

const idsOf = ({ rows }: { rows: { id: string }[] }) => rows.map(({ id }) => id)

describe('a list by its keys', () => {
  it.each([0, 1, 4, 5, 8, 13])('of %i rows shows each once, forwards and backwards', async (length) => {
    const kind = `walk-${length}`
    await given(kind, length)
    const all = await inOrder(kind)
    const forwards: string[] = []
    for (let cursor: Cursor = null; ;) {
      const one = await page(kind, cursor)
      forwards.push(...idsOf(one))
      expect(one.steps.before === null).toBe(forwards.length <= SIZE)
      if (one.steps.after === null) break
      cursor = { after: one.steps.after }
    }
    expect(forwards).toEqual(all)
    const backwards: string[] = []
    for (let cursor: Cursor = { before: END }; ;) {
      const one = await page(kind, cursor)
      backwards.unshift(...idsOf(one).filter((id) => !backwards.includes(id)))
      if (one.steps.before === null) break
      cursor = { before: one.steps.before }
    }
    expect(backwards).toEqual(all)
  })

  it('neither skips nor repeats when somebody comes in front meanwhile', async () => {
    const kind = 'meanwhile'
    await given(kind, 9)
    const all = await inOrder(kind)
    const first = await page(kind, null)
    await services.db
      .insertInto('downloads')
      .values(rowOf(kind, 20, 99))
      .execute()
    expect(idsOf(await page(kind, { after: first.steps.after! }))).toEqual(all.slice(SIZE, 2 * SIZE))
    // Back is the whole first page again, with who came.
    const back = await page(kind, { before: all[SIZE]! })
    expect(back.rows).toHaveLength(SIZE)
  })

  it('goes on behind a row that has left the list, and begins anew behind one that is gone', async () => {
    const kind = 'gone'
    await given(kind, 9)
    const all = await inOrder(kind)
    const narrowed = list(kind).where('downloads.id', '<>', all[3]!)
    expect(idsOf(await page(kind, { after: all[3]! }, narrowed))).toEqual(all.slice(4, 8))
    for (const id of ['nothing', all[8]!]) expect(idsOf(await page(kind, { after: id }))).toEqual(all.slice(0, SIZE))
  })
})

describe('a list of several tables', () => {
  it('is one list, the newest first', async () => {
    await given('one', 7)
    await given('other', 6)
    const part =
      (kind: string): Part<{ id: string }> =>
      ({ direction, ...from }) =>
        nextRows(list(kind).select('downloads.id'), { keys: [['downloads.id', direction]], ...from })
    const parts = [part('one'), part('other')]
    const rows = await list('one').select('id').unionAll(list('other').select('id')).execute()
    const all = rows.map(({ id }) => id).toSorted((one, other) => (one < other ? 1 : -1))
    const seen: string[] = []
    for (let cursor: Cursor = null; ;) {
      const one: Page<{ id: string }> = await mergedPage(parts, { cursor, size: SIZE })
      seen.push(...idsOf(one))
      if (one.steps.after === null) break
      cursor = { after: one.steps.after }
    }
    expect(seen).toEqual(all)
    const last = await mergedPage(parts, { cursor: { before: END }, size: SIZE })
    expect(idsOf(last)).toEqual(all.slice(-SIZE))
    expect(idsOf(await mergedPage(parts, { cursor: { before: last.steps.before! }, size: SIZE }))).toEqual(
      all.slice(-2 * SIZE, -SIZE),
    )
  })
})
