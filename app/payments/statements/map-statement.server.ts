import type { Kysely } from 'kysely'
import { decodeText } from './decode-text.ts'
import { accountsWithin } from './issuers.server.ts'
import type { Mapping } from './mapping.ts'
import { UnreadableStatement } from './read-line.ts'
import { readTable } from './read-table.ts'
import { tableLines } from './table-lines.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import type { Reach } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type MapRefusal =
  | 'statement-unknown'
  | 'statement-mapped'
  | 'statement-row'
  | 'statement-no-lines'
  | 'statement-broken'
  | 'busy'

/** Says what the columns of a table mean, and hands it to the job. Nothing is taken while one row cannot be read. */
export async function mapStatement(
  db: Kysely<Database>,
  input: { statementId: string; mapping: Mapping; reach: Reach; accountId: string; now: Instant },
): Promise<Result<{ lineCount: number }, MapRefusal>> {
  const { statementId, mapping, reach, accountId, now } = input
  const accounts = (await accountsWithin(db, reach)).map(({ id }) => id)
  const statement = await db
    .selectFrom('statements')
    .select(['issuerId', 'fileId', 'state'])
    .where('id', '=', statementId)
    .executeTakeFirst()
  if (!statement || !accounts.includes(statement.issuerId)) return refuse({ code: 'statement-unknown' })
  if (statement.state !== 'mapping') return refuse({ code: 'statement-mapped' })
  const file = await readFile(db, statement.fileId)
  const read = file && linesOf(file.content, mapping)
  if (!read) return refuse({ code: 'statement-broken' })
  const [fault] = read.faults
  if (fault)
    return refuse({ code: 'statement-row', details: { row: fault.row, cell: fault.cell, count: read.faults.length } })
  const lineCount = read.lines.length
  if (lineCount === 0) return refuse({ code: 'statement-no-lines' })
  return await transact<{ lineCount: number }, MapRefusal>(db, async (db) => {
    const mapped = await db
      .updateTable('statements')
      .set({ mapping: JSON.stringify(mapping), lineCount, state: 'waiting', updatedAt: now })
      .where('id', '=', statementId)
      .where('state', '=', 'mapping')
      .executeTakeFirst()
    if (mapped.numUpdatedRows === 0n) throw new Refused<MapRefusal>({ code: 'statement-mapped' })
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'statement.mapped',
        objectKind: 'statement',
        objectId: statementId,
        after: { lineCount },
      },
    ])
    return { lineCount }
  })
}

function linesOf(content: Uint8Array, mapping: Mapping) {
  try {
    return tableLines(readTable(decodeText(content), mapping.delimiter), mapping)
  } catch (error) {
    if (error instanceof UnreadableStatement) return null
    throw error
  }
}
