import type { Kysely } from 'kysely'
import { BLOCK, eachPosting, packPostings, type Postings } from './postings.ts'
import { termsOf } from './terms.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 500

/**
 * Writes what search knows of these events anew, and under which content version it did. To be called after
 * `bumpContentVersion` in the same transaction: whoever raises the version is alone until the end, so blocks can be read
 * and written back, and no version is seen before an earlier one.
 */
export async function writeSearch(db: Kysely<Database>, documents: { eventId: string; words: string }[]) {
  const before = await knownDocuments(
    db,
    documents.map(({ eventId }) => eventId),
  )
  let next = await nextNumber(db)
  const rows = documents.map(({ eventId, words }) => {
    const known = before.get(eventId)
    return { eventId, words, number: known?.number ?? next++, was: known?.words ?? '' }
  })
  for (const [block, edits] of editsOf(rows)) await editBlock(db, block, edits)
  const changed = await version(db)
  for (const some of inParts(rows)) {
    const ids = some.map(({ eventId }) => eventId)
    await db.deleteFrom('eventSearch').where('eventId', 'in', ids).execute()
    const values = some.map(({ eventId, words, number }) => ({ eventId, words, number, changed }))
    await db.insertInto('eventSearch').values(values).execute()
  }
}

async function knownDocuments(db: Kysely<Database>, ids: string[]) {
  const known = new Map<string, { number: number; words: string }>()
  for (const some of inParts(ids)) {
    const rows = await db.selectFrom('eventSearch').selectAll().where('eventId', 'in', some).execute()
    for (const { eventId, number, words } of rows) known.set(eventId, { number, words })
  }
  return known
}

async function nextNumber(db: Kysely<Database>): Promise<number> {
  const last = await db.selectFrom('eventSearch').select('number').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return (last?.number ?? -1) + 1
}

async function version(db: Kysely<Database>): Promise<number> {
  const row = await db
    .selectFrom('contentVersions')
    .select('version')
    .where('name', '=', 'catalogue')
    .executeTakeFirst()
  return row?.version ?? 0
}

/** The places of a term that change; the weight 0 takes it away. */
type Edits = Map<string, Postings>

/** Of each block what changes in it: terms that stay as they were are left alone. */
function editsOf(rows: { number: number; words: string; was: string }[]): Map<number, Edits> {
  const blocks = new Map<number, Edits>()
  for (const { number, words, was } of rows) {
    const [now, before] = [termsOf(words), termsOf(was)]
    const block = Math.floor(number / BLOCK)
    const edits = blocks.get(block) ?? new Map<string, Postings>()
    blocks.set(block, edits)
    for (const term of new Set([...now.keys(), ...before.keys()])) {
      if (now.get(term) === before.get(term)) continue
      const places = edits.get(term) ?? new Map<number, number>()
      edits.set(term, places.set(number % BLOCK, now.get(term) ?? 0))
    }
  }
  return blocks
}

async function editBlock(db: Kysely<Database>, block: number, edits: Edits): Promise<void> {
  for (const some of inParts([...edits])) {
    const terms = some.map(([term]) => term)
    const rows = await db
      .selectFrom('searchPostings')
      .select(['term', 'postings'])
      .where('term', 'in', terms)
      .where('block', '=', block)
      .execute()
    const known = new Map(rows.map(({ term, postings }) => [term, postings]))
    const written = some.flatMap(([term, places]) => {
      const postings: Postings = new Map()
      eachPosting(known.get(term) ?? '', (place, weight) => postings.set(place, weight))
      for (const [place, weight] of places) {
        if (weight > 0) postings.set(place, weight)
        else postings.delete(place)
      }
      return postings.size > 0 ? [{ term, block, postings: packPostings(postings) }] : []
    })
    if (known.size > 0)
      await db
        .deleteFrom('searchPostings')
        .where('term', 'in', [...known.keys()])
        .where('block', '=', block)
        .execute()
    if (written.length > 0) await db.insertInto('searchPostings').values(written).execute()
  }
}

function inParts<Item>(items: Item[]): Item[][] {
  return Array.from({ length: Math.ceil(items.length / AT_ONCE) }, (_, part) =>
    items.slice(part * AT_ONCE, (part + 1) * AT_ONCE),
  )
}
