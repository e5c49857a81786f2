import { type Kysely, sql } from 'kysely'
import { decodeText } from './decode-text.ts'
import { accountsWithin } from './issuers.server.ts'
import { parseMapping } from './mapping.ts'
import { UnreadableStatement } from './read-line.ts'
import { readTable, type Table } from './read-table.ts'
import { ROWS_PER_PAGE } from '../finance/finance-queries.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Cursor } from '#app/values/cursor.ts'
import { sortKey } from '#app/values/text.ts'
import { keysetPage } from '#db/keyset.ts'
import type { Database, StatementLinesTable } from '#db/schema.ts'

/** A page of the statements of the accounts within reach, newest first. */
export async function listStatements(db: Kysely<Database>, { reach, cursor }: { reach: Reach; cursor: Cursor }) {
  const accounts = await accountsWithin(db, reach)
  const ids = ['', ...accounts.map(({ id }) => id)]
  const list = db
    .selectFrom('statements')
    .innerJoin('issuers', 'issuers.id', 'statements.issuerId')
    .selectAll('statements')
    .select(['issuers.name as account', 'issuers.zone'])
    .where('statements.issuerId', 'in', ids)
  const page = await keysetPage(list, {
    keys: [
      ['statements.createdAt', 'desc'],
      ['statements.id', 'desc'],
    ],
    cursor,
    size: ROWS_PER_PAGE,
    anchor: db.selectFrom('statements').where('issuerId', 'in', ids),
  })
  return { accounts, ...page }
}

/** One statement; undefined outside the reach. `earlier`: when the very same file was imported before. */
export async function findStatement(db: Kysely<Database>, { id, reach }: { id: string; reach: Reach }) {
  const accounts = (await accountsWithin(db, reach)).map((account) => account.id)
  const statement = await db
    .selectFrom('statements')
    .innerJoin('issuers', 'issuers.id', 'statements.issuerId')
    .selectAll('statements')
    .select(['issuers.name as account', 'issuers.zone'])
    .where('statements.id', '=', id)
    .where('statements.issuerId', 'in', ['', ...accounts])
    .executeTakeFirst()
  if (!statement) return undefined
  const earlier = await db
    .selectFrom('statements')
    .select('createdAt')
    .where('issuerId', '=', statement.issuerId)
    .where('digest', '=', statement.digest)
    .where('id', '<', statement.id)
    .where('state', '=', 'done')
    .orderBy('id')
    .executeTakeFirst()
  return { ...statement, earlier: earlier?.createdAt ?? null }
}

/** What the columns meant the last time that this account had a table. */
export async function rememberedMapping(db: Kysely<Database>, issuerId: string) {
  const last = await db
    .selectFrom('statements')
    .select('mapping')
    .where('issuerId', '=', issuerId)
    .where('format', '=', 'csv')
    .where('mapping', '<>', '')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return last ? parseMapping(last.mapping) : null
}

/** The table of a statement as rows; null when its file is gone or cannot be read so. */
export async function tableOf(
  db: Kysely<Database>,
  { fileId }: { fileId: string },
  delimiter?: Table['delimiter'],
): Promise<Table | null> {
  const file = await readFile(db, fileId)
  if (!file) return null
  try {
    return readTable(decodeText(file.content), delimiter)
  } catch (error) {
    if (error instanceof UnreadableStatement) return null
    throw error
  }
}

export interface LineFilter {
  reach: Reach
  statementId?: string
  /** '' is every state. */
  state: string
  text: string
}

/** A page of the lines of the accounts within reach, newest first. */
export async function listLines(db: Kysely<Database>, { cursor, ...filter }: LineFilter & { cursor: Cursor }) {
  const accounts = (await accountsWithin(db, filter.reach)).map(({ id }) => id)
  return await keysetPage(lines(db, accounts, filter).selectAll('statementLines'), {
    keys: [
      ['statementLines.bookedOn', 'desc'],
      ['statementLines.id', 'desc'],
    ],
    cursor,
    size: ROWS_PER_PAGE,
    anchor: db.selectFrom('statementLines').where('issuerId', 'in', ['', ...accounts]),
  })
}

function lines(db: Kysely<Database>, accounts: string[], { statementId, state, text }: LineFilter) {
  let found = db.selectFrom('statementLines').where('issuerId', 'in', ['', ...accounts])
  if (statementId !== undefined) found = found.where('statementId', '=', statementId)
  if (state !== '') found = found.where('state', '=', state as StatementLinesTable['state'])
  if (text === '') return found
  const pattern = `%${text.replace(/[!%_]/g, (sign) => `!${sign}`)}%`
  const folded = `%${sortKey(text).replace(/[!%_]/g, (sign) => `!${sign}`)}%`
  return found.where(
    sql<boolean>`(payer like ${pattern} escape '!' or reference like ${pattern} escape '!'
      or lower(payer) like ${folded} escape '!' or lower(reference) like ${folded} escape '!')`,
  )
}

/** One line with what of it went where, undone matches too; undefined outside the reach. */
export async function findLine(db: Kysely<Database>, { id, reach }: { id: string; reach: Reach }) {
  const accounts = (await accountsWithin(db, reach)).map((account) => account.id)
  const line = await db
    .selectFrom('statementLines')
    .innerJoin('issuers', 'issuers.id', 'statementLines.issuerId')
    .selectAll('statementLines')
    .select(['issuers.name as account', 'issuers.zone'])
    .where('statementLines.id', '=', id)
    .where('statementLines.issuerId', 'in', ['', ...accounts])
    .executeTakeFirst()
  if (!line) return undefined
  const matches = await db
    .selectFrom('statementMatches')
    .innerJoin('orders', 'orders.id', 'statementMatches.orderId')
    .innerJoin('payments', 'payments.id', 'statementMatches.paymentId')
    .leftJoin('payments as reversal', 'reversal.reversesId', 'payments.id')
    .select(['statementMatches.paymentId', 'statementMatches.amountMinor', 'statementMatches.matchedBy'])
    .select(['statementMatches.createdAt', 'orders.code', 'payments.reversesId', 'reversal.id as reversedBy'])
    .where('statementMatches.lineId', '=', id)
    .orderBy('statementMatches.createdAt')
    .orderBy('statementMatches.paymentId')
    .execute()
  const matchedMinor = matches.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  return { ...line, matches, matchedMinor, restMinor: line.amountMinor - matchedMinor }
}
