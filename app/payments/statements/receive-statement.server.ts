import type { Kysely } from 'kysely'
import { decodeText } from './decode-text.ts'
import { accountsWithin } from './issuers.server.ts'
import { readCamt } from './read-camt.ts'
import { type Unreadable, UnreadableStatement } from './read-line.ts'
import { formatOf, type StatementFormat } from './read-statement.ts'
import { readTable } from './read-table.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { FileRefusal } from '#app/files/file-rules.ts'
import { saveFile } from '#app/files/save-file.server.ts'
import type { Reach } from '#app/people/rights.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { refuse, Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type StatementRefusal =
  | FileRefusal
  | Unreadable['code']
  | 'statement-account'
  | 'statement-other-account'
  | 'busy'

/**
 * Takes in a file from a bank for one account. It is looked through first: what cannot be imported is refused and not
 * kept. A table waits for somebody to say what its columns mean, a CAMT.053 goes to the job at once.
 */
export async function receiveStatement(
  db: Kysely<Database>,
  input: { issuerId: string; content: Uint8Array; name: string; reach: Reach; accountId: string; now: Instant },
): Promise<Result<{ statementId: string; format: StatementFormat }, StatementRefusal>> {
  const { issuerId, content, name, reach, accountId, now } = input
  const account = (await accountsWithin(db, reach)).find(({ id }) => id === issuerId)
  if (!account) return refuse({ code: 'statement-account', field: 'issuer' })
  const seen = lookThrough(content)
  if ('code' in seen) return refuse({ ...seen, field: 'file' })
  const { format, lineCount, accounts } = seen
  if (isOther(account.accountNumber, accounts))
    return refuse({ code: 'statement-other-account', field: 'file', details: { account: accounts.join(', ') } })
  return await transact<{ statementId: string; format: StatementFormat }, StatementRefusal>(db, async (db) => {
    const saved = await saveFile(db, { content, name, purpose: 'statement', eventId: null, eraseAt: null, now })
    if (!saved.ok) throw new Refused<StatementRefusal>(...saved.refusals.map((one) => ({ ...one, field: 'file' })))
    const statementId = newId(now)
    const state = format === 'csv' ? ('mapping' as const) : ('waiting' as const)
    const { id: fileId, digest, name: kept } = saved.value
    await db
      .insertInto('statements')
      .values({
        id: statementId,
        issuerId,
        fileId,
        digest,
        name: kept,
        format,
        mapping: '',
        state,
        lineCount,
        doneCount: 0,
        newCount: 0,
        matchedCount: 0,
        lastError: null,
        createdBy: accountId,
        createdAt: now,
        updatedAt: now,
      })
      .execute()
    await recordAudit(db, now, [
      {
        actor: { kind: 'account', id: accountId },
        action: 'statement.received',
        objectKind: 'statement',
        objectId: statementId,
        after: { issuerId, format, lineCount, digest },
      },
    ])
    return { statementId, format }
  })
}

type Seen = { format: StatementFormat; lineCount: number; accounts: string[] } | Unreadable

function lookThrough(content: Uint8Array): Seen {
  try {
    const text = decodeText(content)
    const format = formatOf(text)
    if (format === 'csv') {
      readTable(text)
      return { format, lineCount: 0, accounts: [] }
    }
    const { lines, accounts } = readCamt(text)
    return lines.length === 0 ? { code: 'statement-no-lines' } : { format, lineCount: lines.length, accounts }
  } catch (error) {
    if (error instanceof UnreadableStatement) return error.reason
    throw error
  }
}

/** Only where both are known. A number inside a longer one is the same account, written as an IBAN. */
function isOther(own: string | null, accounts: string[]): boolean {
  const bare = (text: string) => text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
  if (!own || accounts.length === 0) return false
  const mine = bare(own)
  return !accounts.map(bare).some((theirs) => theirs.endsWith(mine) || mine.endsWith(theirs))
}
