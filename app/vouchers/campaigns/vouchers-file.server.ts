import type { Kysely } from 'kysely'
import { nextVouchers, type VoucherFilter } from './queries.server.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import type { Database } from '#db/schema.ts'

const AT_ONCE = 1000

/**
 * The codes of a campaign as CSV, in pieces of at most 1,000.
 * @param head the first row, in the reader's language
 */
export async function* vouchersFile(
  db: Kysely<Database>,
  { head, yes, no, ...filter }: VoucherFilter & { head: string[]; yes: string; no: string },
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvRows([head])
  let after: string | null = null
  for (;;) {
    const vouchers: Awaited<ReturnType<typeof nextVouchers>> = await nextVouchers(db, {
      ...filter,
      after,
      limit: AT_ONCE,
    })
    if (vouchers.length > 0)
      yield csvRows(
        vouchers.map(({ code, maximumUses, used, emailKey, note, isDisabled }) => [
          code,
          maximumUses,
          used,
          emailKey ?? '',
          note,
          isDisabled === 1 ? yes : no,
        ]),
      )
    if (vouchers.length < AT_ONCE) return
    after = vouchers.at(-1)!.id
  }
}
