import { stringify } from 'csv-stringify/sync'
import type { Kysely } from 'kysely'
import { nextVouchers, type VoucherFilter } from './queries.server.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 1000

/** So that spreadsheets on Windows read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The codes of a campaign as CSV (RFC 4180), in pieces of at most 1,000. A cell that a spreadsheet would take for a
 * formula gets an apostrophe in front (OWASP, CSV injection).
 * @param head the first row, in the reader's language
 */
export async function* vouchersFile(
  db: Kysely<Database>,
  { head, yes, no, ...filter }: VoucherFilter & { head: string[]; yes: string; no: string },
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + rowsOf([head])
  let after: string | null = null
  for (;;) {
    const vouchers: Awaited<ReturnType<typeof nextVouchers>> = await nextVouchers(db, {
      ...filter,
      after,
      limit: AT_ONCE,
    })
    if (vouchers.length > 0)
      yield rowsOf(
        vouchers.map(({ code, maximumUses, used, emailKey, note, isDisabled }) => [
          code,
          String(maximumUses),
          String(used),
          emailKey ?? '',
          note,
          isDisabled === 1 ? yes : no,
        ]),
      )
    if (vouchers.length < AT_ONCE) return
    after = vouchers.at(-1)!.id
  }
}

function rowsOf(rows: string[][]): string {
  return stringify(rows, { record_delimiter: 'windows', escape_formulas: true })
}
