import type { ListRows } from './list-file.ts'
import type { ListCell, ListView } from '../lists/list-view.ts'
import { giveWay } from '#app/values/rush.ts'
import { within } from '#app/values/within.ts'

/** Short enough that others are served between two pages, also where a query is answered in this thread. */
const AT_ONCE = 250

/**
 * How many pages are asked for while one is written: a database elsewhere answers them side by side, and it is seldom waited
 * for. More hold more memory and more connections, and no list is read quicker.
 */
const AHEAD = 3

/** How long others go first between two pages, in milliseconds: longer than a page of the site takes. */
const PATIENCE = 25

/** How long a page may take, with the wait for a connection, before the database counts as lost, in milliseconds. */
const STALLED = 3000

/**
 * The rows of a list, page by page; between two pages no connection is held and others have their turn. A fault ends it and
 * is told, never thrown, so that the file can say what it lacks. Who left the list meanwhile is left out; everybody else
 * has come when the end says that nothing went wrong.
 * @param limited how an answer that does not come is given up
 */
export async function* readRows(view: ListView, ids: string[], limited: typeof within = within): ListRows {
  const missing: string[] = []
  let written = 0
  try {
    const coming: Promise<(ListCell[] | null)[]>[] = []
    const ask = (at: number) => {
      if (at >= ids.length) return
      const page = readPage(view, ids, { at, limited })
      // Whoever stops reading leaves it behind.
      page.catch(() => undefined)
      coming.push(page)
    }
    for (let page = 0; page < AHEAD; page++) ask(page * AT_ONCE)
    for (let at = 0; at < ids.length; at += AT_ONCE) {
      const rows = await coming.shift()!
      ask(at + AHEAD * AT_ONCE)
      const found: ListCell[][] = []
      for (const [place, row] of rows.entries()) {
        if (row === null) missing.push(ids[at + place]!)
        else found.push(row)
      }
      written += found.length
      if (found.length > 0) yield found
      await giveWay(PATIENCE)
    }
    await refuseLost(view, missing, limited)
  } catch (fault) {
    return { written, of: ids.length, fault: asError(fault) }
  }
  return { written, of: written, fault: null }
}

interface Reading {
  at: number
  limited: typeof within
}

async function readPage(view: ListView, ids: string[], { at, limited }: Reading): Promise<(ListCell[] | null)[]> {
  const asked = ids.slice(at, at + AT_ONCE)
  const rows = await limited(STALLED, view.rows(asked))
  if (rows.length !== asked.length) throw new Error(`${asked.length} people were asked for, ${rows.length} came.`)
  return rows
}

/** Nobody may be missing who is on the list: not found is one thing, gone another. */
async function refuseLost(view: ListView, missing: string[], limited: typeof within): Promise<void> {
  if (missing.length === 0) return
  const listed = new Set(await limited(STALLED, view.ids()))
  const lost = missing.filter((id) => listed.has(id)).length
  if (lost > 0) throw new Error(`${lost} people of the list were not found.`)
}

function asError(fault: unknown): Error {
  return fault instanceof Error ? fault : new Error(String(fault))
}
