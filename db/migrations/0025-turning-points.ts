import { type Kysely, MysqlAdapter, sql } from 'kysely'

/** Every column by whose moment a public page changes by itself: the next of them is looked for after each change. */
const MOMENTS = [
  ['events_starting', 'events', 'starts_at'],
  ['events_ending', 'events', 'ends_at'],
  ['events_applying', 'events', 'apply_from_at'],
  ['events_applied', 'events', 'apply_until_at'],
  ['events_funding', 'events', 'scholarship_from_at'],
  ['events_funded', 'events', 'scholarship_until_at'],
  ['ticket_types_opening', 'ticket_types', 'on_sale_from_at'],
  ['ticket_types_closing', 'ticket_types', 'on_sale_until_at'],
  ['price_steps_starting', 'price_steps', 'starts_at'],
  ['price_steps_ending', 'price_steps', 'ends_at'],
  ['payment_terms_starting', 'payment_terms', 'from_at'],
  ['payment_terms_ending', 'payment_terms', 'until_at'],
  ['waiting_list_rules_closing', 'waiting_list_rules', 'closes_at'],
  ['calls_opening', 'calls', 'opens_at'],
  ['calls_ending', 'calls', 'closes_at'],
  ['decision_releases_sending', 'decision_releases', 'send_at'],
] as const

/** Most of them are empty in most rows; those SQLite leaves out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  const isMysql = db.getExecutor().adapter instanceof MysqlAdapter
  for (const [name, table, column] of MOMENTS) {
    const index = db.schema.createIndex(name).on(table).column(column)
    await (isMysql ? index : index.where(sql.ref(column), 'is not', null)).execute()
  }
}
