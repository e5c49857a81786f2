import type { Kysely } from 'kysely'
import { fingerprints } from './fingerprints.ts'
import { importChunk, type Importing } from './import-chunk.server.ts'
import { parseMapping } from './mapping.ts'
import { type ReadLine, type Unreadable, UnreadableStatement } from './read-line.ts'
import { readStatement } from './read-statement.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import { readFile } from '#app/files/read-file.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Lines in one transaction: short enough that nobody waits for it, long enough that its end costs little. */
const CHUNK = 200

/**
 * Works on the statement that has waited longest, chunk by chunk, until it is done or `stop` asks to end; what was done
 * stays done, and the next run goes on behind it. Returns whether there was one.
 */
export async function importStatements(
  db: Kysely<Database>,
  { now, stop }: { now: Instant; stop?: AbortSignal },
): Promise<{ worked: boolean }> {
  const statement = await db
    .selectFrom('statements')
    .innerJoin('issuers', 'issuers.id', 'statements.issuerId')
    .select(['statements.id', 'statements.issuerId', 'issuers.zone', 'lineCount', 'doneCount'])
    .select(['fileId', 'format', 'mapping'])
    .where('statements.state', 'in', ['waiting', 'importing'])
    .orderBy('statements.createdAt')
    .orderBy('statements.id')
    .executeTakeFirst()
  if (!statement) return { worked: false }
  const read = await readLines(db, statement)
  if (!Array.isArray(read) || read.length !== statement.lineCount) {
    await fail(db, statement.id, Array.isArray(read) ? { code: 'statement-broken' } : read, now)
    return { worked: true }
  }
  const marks = fingerprints(read)
  const lines = read.map((line, at) => ({ ...line, fingerprint: marks[at]!, position: at + 1 }))
  for (let from = statement.doneCount; from < lines.length; from += CHUNK) {
    if (stop?.aborted) break
    const chunk = lines.slice(from, from + CHUNK)
    const done = await transact(db, (db) => importChunk(db, statement satisfies Importing, chunk, { from, now }))
    // Another process works on it, or the database is busy: the next run looks again.
    if (!done.ok || !done.value) break
  }
  return { worked: true }
}

async function readLines(
  db: Kysely<Database>,
  { fileId, format, mapping }: { fileId: string; format: 'csv' | 'camt.053'; mapping: string },
): Promise<ReadLine[] | Unreadable> {
  const file = await readFile(db, fileId)
  if (!file) return { code: 'statement-empty' }
  try {
    return readStatement(file.content, format, parseMapping(mapping))
  } catch (error) {
    if (error instanceof UnreadableStatement) return error.reason
    throw error
  }
}

/** It was read whole before it was taken, so this is a file that was erased, or a newer reader that is stricter. */
async function fail(db: Kysely<Database>, id: string, { code }: Unreadable, now: Instant): Promise<void> {
  await transact(db, async (db) => {
    const failed = await db
      .updateTable('statements')
      .set({ state: 'failed', lastError: code, updatedAt: now })
      .where('id', '=', id)
      .where('state', 'in', ['waiting', 'importing'])
      .executeTakeFirst()
    if (failed.numUpdatedRows === 0n) return
    await recordAudit(db, now, [
      {
        actor: { kind: 'system' },
        action: 'statement.failed',
        objectKind: 'statement',
        objectId: id,
        after: { code },
      },
    ])
  })
}
