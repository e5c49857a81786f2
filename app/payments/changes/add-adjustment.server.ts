import type { Kysely } from 'kysely'
import { addLines } from '#app/registrations/changes/add-lines.server.ts'
import { languageOf } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Lowers (or, above zero, raises) what an order is asked for, by a line of its own, in the words of the order's language. */
export async function addAdjustment(
  db: Kysely<Database>,
  { orderId, amountMinor, currency, now }: { orderId: string; amountMinor: number; currency: string; now: Instant },
): Promise<void> {
  const { language } = await db
    .selectFrom('orders')
    .select('language')
    .where('id', '=', orderId)
    .executeTakeFirstOrThrow()
  const t = translator(languageOf(language))
  const description = t(amountMinor < 0 ? 'change.line.lowered' : 'change.line.restored')
  await addLines(db, { orderId, now, lines: [{ kind: 'adjustment', description, amountMinor, currency }] })
}
