import type { Kysely } from 'kysely'

/** MySQL indexes every foreign key by itself; SQLite does not, and would read whole tables. */
const FOREIGN_KEYS = [
  ['quotas_of_event', 'quotas', 'event_id'],
  ['price_steps_of_type', 'price_steps', 'ticket_type_id'],
  ['price_rules_of_event', 'price_rules', 'event_id'],
  ['price_rule_steps_of_rule', 'price_rule_steps', 'price_rule_id'],
  ['tax_rules_of_event', 'tax_rules', 'event_id'],
  ['refund_rules_of_event', 'refund_rules', 'event_id'],
  ['reservations_of_event', 'reservations', 'event_id'],
  ['registration_seats_of_reservation', 'registration_seats', 'reservation_id'],
  ['registrations_replacing', 'registrations', 'replaces_id'],
  ['voucher_campaigns_of_event', 'voucher_campaigns', 'event_id'],
  ['vouchers_of_campaign', 'vouchers', 'campaign_id'],
  ['waiting_list_entries_of_order', 'waiting_list_entries', 'order_id'],
  ['waiting_list_quotas_of_quota', 'waiting_list_quotas', 'quota_id'],
  ['offers_of_entry', 'offers', 'entry_id'],
  ['offers_of_reservation', 'offers', 'reservation_id'],
  ['seat_changes_of_registration', 'seat_changes', 'registration_id'],
  ['seat_changes_of_order', 'seat_changes', 'order_id'],
  ['refund_attempts_of_order', 'refund_attempts', 'order_id'],
  ['disputes_of_payment', 'disputes', 'payment_id'],
  ['invoices_of_order', 'invoices', 'order_id'],
  ['statement_matches_of_order', 'statement_matches', 'order_id'],
] as const

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, table, column] of FOREIGN_KEYS) await db.schema.createIndex(name).on(table).column(column).execute()
}
