import { expect, test } from 'vitest'
import { readRows } from '#app/participants/files/read-rows.ts'
import type { ListView } from '#app/participants/lists/list-view.ts'

const ids = Array.from({ length: 2100 }, (_, at) => `id-${at}`)

/** A view that answers pages out of order, and counts how many it is asked for at once. */
function slowView(isLost: (id: string) => boolean = () => false) {
  const seen = { underWay: 0, most: 0, pages: 0 }
  const view: ListView = {
    columns: [],
    ids: () => Promise.resolve(ids),
    async rows(asked) {
      seen.pages++
      seen.most = Math.max(seen.most, ++seen.underWay)
      await new Promise((done) => setTimeout(done, seen.pages % 2 === 0 ? 1 : 8))
      seen.underWay--
      if (asked.some(isLost)) throw new Error('lost')
      return asked.map((id) => [id])
    },
  }
  return { view, seen }
}

async function read(view: ListView) {
  const rows = readRows(view, ids)
  const read: unknown[] = []
  for (;;) {
    const page = await rows.next()
    if (page.done) return { read, end: page.value }
    read.push(...page.value.map(([id]) => id))
  }
}

test('pages that are asked for ahead, three at most, come in the order of the list', async () => {
  const { view, seen } = slowView()
  const { read: found, end } = await read(view)
  expect(found).toEqual(ids)
  expect(end).toEqual({ written: ids.length, of: ids.length, fault: null })
  expect(seen).toMatchObject({ most: 3, pages: 9 })
})

test('what came before a page that is lost is written, and the end says how many', async () => {
  const { view } = slowView((id) => id === 'id-1300')
  const { read: found, end } = await read(view)
  expect(found).toEqual(ids.slice(0, 1250))
  expect(end).toMatchObject({ written: 1250, of: ids.length, fault: { message: 'lost' } })
})

test('whoever stops reading asks for no more, and a page that fails afterwards is nobody’s fault', async () => {
  const { view, seen } = slowView((id) => id === 'id-600')
  const rows = readRows(view, ids)
  await rows.next()
  await rows.return({ written: 0, of: 0, fault: null })
  await new Promise((done) => setTimeout(done, 40))
  expect(seen.pages).toBeLessThanOrEqual(4)
})
