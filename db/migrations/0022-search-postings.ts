import { type Kysely, MysqlAdapter, sql } from 'kysely'

interface Tables {
  event_search: { event_id: string; number: number; changed: number; words: string }
  search_postings: { term: string; block: number; postings: string }
}

const long = sql`mediumtext`
/** The beginnings of a word stand beside each other only where letters are compared by their codes. */
const inBytes = sql`varchar(90) character set ascii collate ascii_bin`
const BLOCK = 4096
const HEAVIEST = 15
const SHORT = 3
const LETTER = /uv[0-9a-f]{6}|u[0-9a-f]{4}|uu|[a-z0-9]/g

/** What the page of an event looks for; MySQL indexes every foreign key by itself, SQLite does not. */
const OF_EVENT_PAGES: [name: string, table: string, columns: string[]][] = [
  ['events_of_parent', 'events', ['parent_id']],
  ['events_of_host', 'events', ['host_id']],
  ['event_neighbours_back', 'event_neighbours', ['neighbour_id']],
  ['event_people_in_order', 'event_people', ['event_id', 'position', 'id']],
  ['session_people_in_order', 'session_people', ['session_id', 'position']],
]

/** The words of events in tables of our own, in place of the full-text index of each database. */
export async function up(given: Kysely<Tables>): Promise<void> {
  // Rows with the names of columns as they are written here.
  const db = given.withoutPlugins()
  for (const [name, table, columns] of OF_EVENT_PAGES)
    await db.schema.createIndex(name).on(table).columns(columns).execute()
  const isMysql = db.getExecutor().adapter instanceof MysqlAdapter
  const documents = await takeDocuments(db)
  await db.schema
    .createTable('event_search')
    .addColumn('event_id', 'varchar(36)', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('changed', 'integer', (column) => column.notNull())
    .addColumn('words', long, (column) => column.notNull())
    .execute()
  await db.schema.createIndex('event_search_changed').on('event_search').column('changed').execute()
  await db.schema
    .createTable('search_postings')
    .addColumn('term', isMysql ? inBytes : 'varchar(90)', (column) => column.notNull())
    .addColumn('block', 'integer', (column) => column.notNull())
    .addColumn('postings', long, (column) => column.notNull())
    .addPrimaryKeyConstraint('search_postings_key', ['term', 'block'])
    .execute()
  for (const some of inParts(documents)) await db.insertInto('event_search').values(some).execute()
  for (const some of inParts(postingsOf(documents))) await db.insertInto('search_postings').values(some).execute()
}

/** What the earlier index holds, where there is one; every word of it begins with `zz`. */
async function takeDocuments(db: Kysely<Tables>): Promise<Tables['event_search'][]> {
  await sql`create table if not exists event_search (event_id varchar(36), words text)`.execute(db)
  const rows = await db.selectFrom('event_search').select(['event_id', 'words']).orderBy('event_id').execute()
  await db.schema.dropTable('event_search').execute()
  return rows.map(({ event_id, words }, number) => ({
    event_id,
    number,
    changed: 0,
    words: words.replace(/(^| )zz/g, '$1'),
  }))
}

function postingsOf(documents: Tables['event_search'][]): Tables['search_postings'][] {
  const places = new Map<string, number[]>()
  for (const { number, words } of documents)
    for (const [term, weight] of termsOf(words)) {
      const key = `${term} ${Math.floor(number / BLOCK)}`
      const known = places.get(key) ?? []
      places.set(key, known)
      known.push(((number % BLOCK) << 4) | weight)
    }
  return [...places].map(([key, of]) => {
    const [term = '', block] = key.split(' ')
    return { term, block: Number(block), postings: Buffer.from(Uint16Array.from(of).buffer).toString('base64') }
  })
}

function termsOf(words: string): Map<string, number> {
  const weights = new Map<string, number>()
  for (const word of words.split(' ')) if (word) weights.set(word, Math.min(HEAVIEST, (weights.get(word) ?? 0) + 1))
  const terms = new Map<string, number>()
  for (const [word, weight] of weights) {
    const letters = word.match(LETTER) ?? []
    const beginnings = letters.slice(0, SHORT).map((_, at) => `.${letters.slice(0, at + 1).join('')}`)
    for (const term of letters.length > SHORT ? [...beginnings, word] : beginnings)
      terms.set(term, Math.max(weight, terms.get(term) ?? 0))
  }
  return terms
}

function inParts<Row>(rows: Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / 500) }, (_, part) => rows.slice(part * 500, (part + 1) * 500))
}
