import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { Database } from '#db/schema.ts'

/** How often one invariant (ARCHITECTURE.md) is untrue in the database; several sentences may make one up. */
export interface InvariantCount {
  /** Its number there. */
  invariant: number
  name: string
  violations: number
}

/**
 * Each sentence as the rows that break it, in SQL that both databases read the same way. Raw, because it asks across
 * all nouns and must not share their code: a query that is wrong in a command should not excuse itself here.
 */
const BROKEN: { invariant: number; name: string; rows: RawBuilder<unknown> }[] = [
  {
    invariant: 1,
    name: 'no quota has more seats taken than its size and its deliberate excess',
    rows: sql`select id from quotas where taken < 0 or over_by < 0 or taken > size + over_by`,
  },
  {
    invariant: 2,
    name: 'the counter of a quota equals the seats it counts: those of registrations and those set aside',
    rows: sql`select id from quotas where taken <> (select count(*) from registration_seats
        where registration_seats.quota_id = quotas.id and registration_seats.is_taken = 1)
      + coalesce((select sum(remaining) from reserved_seats where reserved_seats.quota_id = quotas.id), 0)`,
  },
  {
    invariant: 2,
    name: 'nothing is set aside by a reservation that is over, nor more than it was made for',
    rows: sql`select reserved_seats.quota_id from reserved_seats
      join reservations on reservations.id = reserved_seats.reservation_id
      where remaining < 0 or remaining > reserved_seats.size or (remaining > 0 and ended_at is not null)`,
  },
  {
    invariant: 2,
    name: 'a quota knows how many wait for it',
    rows: sql`select id from quotas where waiting <> (select count(*) from waiting_list_quotas
      where waiting_list_quotas.quota_id = quotas.id and waiting_list_quotas.is_waiting = 1)`,
  },
  {
    invariant: 2,
    name: 'a voucher knows how often it was used, and was not used too often',
    rows: sql`select id from vouchers where used > maximum_uses or used <> (select count(*) from voucher_uses
      where voucher_uses.voucher_id = vouchers.id and voucher_uses.is_active = 1)`,
  },
  {
    invariant: 2,
    name: 'a registration takes its seats while it is held or confirmed, and not a moment longer',
    rows: sql`select registrations.id from registrations
      join registration_seats on registration_seats.registration_id = registrations.id
      where registration_seats.is_taken <> case when registrations.state in ('held', 'confirmed') then 1 else 0 end`,
  },
  {
    invariant: 3,
    name: 'one active registration per event, e-mail address and ticket type',
    rows: sql`select registrations.event_id from registrations
      join people on people.id = registrations.person_id
      join ticket_types on ticket_types.id = registrations.ticket_type_id
      where registrations.state in ('held', 'confirmed') and ticket_types.allows_repeat = 0 and people.email_key is not null
      group by registrations.event_id, people.email_key, registrations.ticket_type_id having count(*) > 1`,
  },
  {
    invariant: 3,
    name: 'a registration that is over leaves its key to others',
    rows: sql`select id from registrations where active_key is not null and state not in ('held', 'confirmed')`,
  },
  {
    invariant: 4,
    name: 'a paid attempt has exactly one payment, or is in finance’s queue; no other attempt has any',
    rows: sql`select payment_attempts.id from payment_attempts
        left join payments on payments.attempt_id = payment_attempts.id
        where payment_attempts.state = 'paid' and payments.id is null and not exists (select 1 from finance_entries
          where finance_entries.kind = 'unmatched' and finance_entries.subject = payment_attempts.id)
      union all
      select payment_attempts.id from payment_attempts
        join payments on payments.attempt_id = payment_attempts.id where payment_attempts.state <> 'paid'
      union all
      select attempt_id from payments where attempt_id is not null group by attempt_id having count(*) > 1`,
  },
  {
    invariant: 4,
    name: 'every payment ends as a confirmed seat, a refund, or an entry in finance’s queue',
    rows: sql`select payments.id from payments
      where not exists (select 1 from registrations
          where registrations.order_id = payments.order_id and registrations.state = 'confirmed')
        and not exists (select 1 from finance_entries where finance_entries.payment_id = payments.id)
        and payments.amount_minor > coalesce(
          (select sum(refunds.amount_minor) from refunds where refunds.payment_id = payments.id), 0)`,
  },
  {
    invariant: 4,
    name: 'whoever paid has every seat that the order still wants, or finance knows',
    rows: sql`select payments.id from payments
      join registrations on registrations.order_id = payments.order_id and registrations.state in ('held', 'lapsed')
      where not exists (select 1 from finance_entries where finance_entries.order_id = payments.order_id)
        and payments.amount_minor > coalesce(
          (select sum(refunds.amount_minor) from refunds where refunds.payment_id = payments.id), 0)`,
  },
  {
    invariant: 5,
    name: 'lines, payments and refunds of an order are in its currency, or in finance’s queue',
    rows: sql`select order_lines.id from order_lines join orders on orders.id = order_lines.order_id
        where order_lines.amount_minor <> 0 and (orders.currency is null or orders.currency <> order_lines.currency)
      union all
      select payments.id from payments join orders on orders.id = payments.order_id
        where (orders.currency is null or orders.currency <> payments.currency)
        and not exists (select 1 from finance_entries where finance_entries.payment_id = payments.id)
      union all
      select refunds.id from refunds join payments on payments.id = refunds.payment_id
        where refunds.currency <> payments.currency or refunds.order_id <> payments.order_id`,
  },
  {
    invariant: 5,
    name: 'no payment is negative, and none is refunded beyond its amount',
    rows: sql`select id from payments where amount_minor < 0
        or amount_minor < (select coalesce(sum(refunds.amount_minor), 0) from refunds where refunds.payment_id = payments.id)
      union all
      select id from refunds where amount_minor < 0`,
  },
  {
    invariant: 5,
    name: 'where the money confirms the seat, nothing is due for a confirmed seat',
    rows: sql`select orders.id from orders
      where orders.confirms_on = 'payment'
        and not exists (select 1 from registrations
          where registrations.order_id = orders.id and registrations.state = 'held')
        and not exists (select 1 from seat_changes
          where seat_changes.order_id = orders.id and seat_changes.state = 'open')
        and exists (select 1 from registrations
          where registrations.order_id = orders.id and registrations.state = 'confirmed')
        and coalesce((select sum(amount_minor) from order_lines
            where order_lines.order_id = orders.id and order_lines.currency = orders.currency), 0)
          + coalesce((select sum(amount_minor) from refunds
            where refunds.order_id = orders.id and refunds.currency = orders.currency), 0)
          > coalesce((select sum(amount_minor) from payments
            where payments.order_id = orders.id and payments.currency = orders.currency), 0)`,
  },
  {
    invariant: 6,
    name: 'no mail is stored twice',
    rows: sql`select subject_id from messages
      group by template, subject_id, recipient_key, occasion having count(*) > 1`,
  },
  {
    invariant: 6,
    name: 'whoever paid too late was written to',
    rows: sql`select finance_entries.id from finance_entries
      join orders on orders.id = finance_entries.order_id
      join people on people.id = orders.person_id
      where finance_entries.kind = 'late-money' and people.email is not null
        and not exists (select 1 from messages where messages.template = 'late-payment'
          and messages.subject_id = finance_entries.order_id and messages.occasion = finance_entries.attempt_id)`,
  },
  {
    invariant: 9,
    name: 'the state of every registration and payment attempt has its audit entry',
    rows: sql`${unaudited('registrations', 'registration', ['held', 'confirmed', 'cancelled', 'transferred', 'lapsed'])}
      union all
      ${unaudited('payment_attempts', 'payment-attempt', ['starting', 'open', 'processing', 'paid', 'failed', 'expired', 'unknown'])}`,
  },
  {
    invariant: 9,
    name: 'every payment, refund and finance entry has its audit entry',
    rows: sql`select payments.id from payments where ${hasNoEntry('payment', 'payments.id')}
      union all
      select refunds.id from refunds where ${hasNoEntry('refund', 'refunds.id')}
      union all
      select finance_entries.id from finance_entries where ${hasNoEntry('finance-entry', 'finance_entries.id')}`,
  },
  {
    invariant: 10,
    name: 'a cancelled event says when, and no sequence goes below its beginning',
    rows: sql`select id from events where sequence < 0 or (status = 'cancelled' and cancelled_at is null)`,
  },
]

/** Counts the violations of each invariant that the tables can express; all zero is the only good answer. */
export async function checkInvariants(db: Kysely<Database>): Promise<InvariantCount[]> {
  const counts: InvariantCount[] = []
  for (const { invariant, name, rows } of BROKEN) {
    const counted = await sql<{ violations: number }>`select count(*) as violations from (${rows}) as broken`.execute(
      db,
    )
    counts.push({ invariant, name, violations: Number(counted.rows[0]!.violations) })
  }
  return counts
}

/** Rows whose present state nobody is on record to have brought about. */
function unaudited(table: 'registrations' | 'payment_attempts', kind: string, states: string[]): RawBuilder<unknown> {
  const action = sql.join(
    states.map((state) => sql`when ${state} then ${`${kind}.${state}`}`),
    sql` `,
  )
  return sql`select id from ${sql.table(table)} as subject where not exists (
    select 1 from audit_entries where audit_entries.object_kind = ${kind} and audit_entries.object_id = subject.id
      and audit_entries.action = case subject.state ${action} end)`
}

function hasNoEntry(kind: string, id: string): RawBuilder<boolean> {
  return sql`not exists (select 1 from audit_entries
    where audit_entries.object_kind = ${kind} and audit_entries.object_id = ${sql.ref(id)})`
}
