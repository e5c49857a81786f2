import { type Kysely, type RawBuilder, sql } from 'kysely'
import { checkCalendars } from './check-calendars.server.ts'
import type { Database } from '#db/schema.ts'

/** How often one invariant (ARCHITECTURE.md) is untrue in the database; several sentences may make one up. */
export interface InvariantCount {
  /** Its number there. */
  invariant: number
  name: string
  violations: number
}

/** Payments that another one took back: money that was put to the wrong order. */
const REVERSED = sql`select reversed.reverses_id from payments as reversed where reversed.reverses_id is not null`

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
    name: 'who is out of the queue counts for no quota, and leaves the address to others',
    rows: sql`select entry.id from waiting_list_entries as entry
        join waiting_list_quotas on waiting_list_quotas.entry_id = entry.id
        where entry.state <> 'waiting' and waiting_list_quotas.is_waiting = 1
      union all
      select id from waiting_list_entries
        where (state in ('waiting', 'offered') and active_key is null)
          or (state not in ('waiting', 'offered') and active_key is not null)`,
  },
  {
    invariant: 2,
    name: 'an open offer stands in its reservation with every seat that was not taken, and is its entry’s only one',
    rows: sql`select offers.id from offers
        join reservations on reservations.id = offers.reservation_id
        join reserved_seats on reserved_seats.reservation_id = reservations.id
        where offers.state = 'open' and (reservations.ended_at is not null or reserved_seats.size <> offers.seats
          or reserved_seats.remaining <> reserved_seats.size - (select count(*) from registration_seats
            where registration_seats.reservation_id = reservations.id
              and registration_seats.quota_id = reserved_seats.quota_id and registration_seats.is_taken = 1))
      union all
      select offers.id from offers join reservations on reservations.id = offers.reservation_id
        where offers.state <> 'open' and reservations.ended_at is null
      union all
      select entry.id from waiting_list_entries as entry
        where (case entry.state when 'offered' then 1 else 0 end) <> (select count(*) from offers
          where offers.entry_id = entry.id and offers.state = 'open')`,
  },
  {
    invariant: 2,
    name: 'no offer was made after its event began, and none that nobody moved reaches beyond that',
    rows: sql`select offers.id from offers join events on events.id = offers.event_id
      where offers.until_at > events.starts_at and events.updated_at <= offers.updated_at`,
  },
  {
    invariant: 2,
    name: 'a voucher knows how often it was used, and was not used too often',
    rows: sql`select id from vouchers where used > maximum_uses or used <> (select count(*) from voucher_uses
      where voucher_uses.voucher_id = vouchers.id and voucher_uses.is_active = 1)`,
  },
  {
    invariant: 2,
    name: 'a voucher is used by what stands: a registration that is held or confirmed, or an order that has one',
    rows: sql`select voucher_uses.id from voucher_uses where voucher_uses.is_active = 1 and not exists (
      select 1 from registrations where registrations.order_id = voucher_uses.order_id
        and registrations.state in ('held', 'confirmed')
        and registrations.id = coalesce(voucher_uses.registration_id, registrations.id))`,
  },
  {
    invariant: 2,
    name: 'a registration takes its seats while it is held or confirmed, and not a moment longer',
    rows: sql`select registrations.id from registrations
      join registration_seats on registration_seats.registration_id = registrations.id
      where registration_seats.is_taken <> case when registrations.state in ('held', 'confirmed') then 1 else 0 end`,
  },
  {
    invariant: 2,
    name: 'a session knows how many signed up for it, and never more than it has places',
    rows: sql`select id from sessions where signed_up < 0 or (capacity is not null and signed_up > capacity)
        or signed_up <> (select count(*) from session_sign_ups where session_sign_ups.session_id = sessions.id)
      union all
      select session_sign_ups.session_id from session_sign_ups
        join sessions on sessions.id = session_sign_ups.session_id
        join registrations on registrations.id = session_sign_ups.registration_id
        where registrations.state <> 'confirmed' or registrations.event_id <> sessions.event_id`,
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
    invariant: 3,
    name: 'a seat that nobody is named on has no key',
    rows: sql`select registrations.id from registrations join people on people.id = registrations.person_id
      where people.full_name = '' and people.erased_at is null and registrations.active_key is not null`,
  },
  {
    invariant: 3,
    name: 'an add-on stands only beside a main ticket that stands',
    rows: sql`select addons.id from registrations as addons
      join registrations as mains on mains.id = addons.main_registration_id
      where addons.state in ('held', 'confirmed') and mains.state not in ('held', 'confirmed')`,
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
    name: 'every payment ends as a confirmed seat, one that was given up, a refund, or an entry in finance’s queue',
    rows: sql`select payments.id from payments
      where not exists (select 1 from registrations
          where registrations.order_id = payments.order_id and registrations.state = 'confirmed')
        and not exists (select 1 from order_lines
          where order_lines.order_id = payments.order_id and order_lines.kind = 'cancellation')
        and not exists (select 1 from finance_entries where finance_entries.payment_id = payments.id)
        and payments.id not in (${REVERSED})
        and payments.amount_minor > coalesce(
          (select sum(refunds.amount_minor) from refunds where refunds.payment_id = payments.id), 0)`,
  },
  {
    invariant: 4,
    name: 'whoever paid has every seat that the order still wants, or finance knows',
    rows: sql`select payments.id from payments
      join registrations on registrations.order_id = payments.order_id and registrations.state in ('held', 'lapsed')
      where not exists (select 1 from finance_entries where finance_entries.order_id = payments.order_id)
        and payments.id not in (${REVERSED})
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
    name: 'no payment is negative but one that takes another back, and none is refunded beyond its amount',
    rows: sql`select id from payments where reverses_id is null and (amount_minor < 0
        or amount_minor < (select coalesce(sum(refunds.amount_minor), 0) from refunds where refunds.payment_id = payments.id))
      union all
      select id from refunds where amount_minor < 0`,
  },
  {
    invariant: 5,
    name: 'a payment that takes another back takes the whole of it, of the same order, and leaves nothing to refund',
    rows: sql`select reversal.id from payments as reversal join payments as original on original.id = reversal.reverses_id
        where reversal.amount_minor <> -original.amount_minor or reversal.order_id <> original.order_id
          or reversal.currency <> original.currency or original.reverses_id is not null
          or exists (select 1 from refunds where refunds.payment_id in (original.id, reversal.id))
      union all
      select reversal.id from payments as reversal where reversal.reverses_id is not null
        and not exists (select 1 from payments as original where original.id = reversal.reverses_id)`,
  },
  {
    invariant: 5,
    name: 'of a line of a bank statement no more is matched than its amount, and its state says how much',
    rows: sql`select statement_lines.id from statement_lines
      left join (select line_id, sum(amount_minor) as matched from statement_matches group by line_id) as parts
        on parts.line_id = statement_lines.id
      where coalesce(matched, 0) < 0 or (matched > 0 and matched > amount_minor)
        or (state = 'matched' and (matched is null or matched <> amount_minor))
        or (state = 'part-matched' and (matched is null or matched = 0 or matched = amount_minor))
        or (state not in ('matched', 'part-matched') and coalesce(matched, 0) <> 0)`,
  },
  {
    invariant: 5,
    name: 'every match of a line is a payment by bank transfer of that order and amount, and every such payment a match',
    rows: sql`select statement_matches.line_id from statement_matches
        join payments on payments.id = statement_matches.payment_id
        where payments.order_id <> statement_matches.order_id or payments.method <> 'bank-transfer'
          or payments.amount_minor <> statement_matches.amount_minor
          or substr(payments.provider_reference, 1, 36) <> statement_matches.line_id
      union all
      select payments.id from payments
        join statement_lines on statement_lines.id = substr(payments.provider_reference, 1, 36)
        where payments.method = 'bank-transfer'
          and not exists (select 1 from statement_matches where statement_matches.payment_id = payments.id)
      union all
      select payment_id from statement_matches group by payment_id having count(*) > 1`,
  },
  {
    invariant: 5,
    name: 'a statement that is done has worked on all its lines, and none on more than it has',
    rows: sql`select id from statements where done_count > line_count or new_count > done_count
      or matched_count > new_count or (state = 'done' and done_count <> line_count)`,
  },
  {
    invariant: 5,
    name: 'where the money confirms the seat, nothing is due for a confirmed seat, unless a bank took it back',
    rows: sql`select orders.id from orders
      where orders.confirms_on = 'payment'
        and not exists (select 1 from registrations
          where registrations.order_id = orders.id and registrations.state = 'held')
        and not exists (select 1 from seat_changes
          where seat_changes.order_id = orders.id and seat_changes.state = 'open')
        and not exists (select 1 from refunds where refunds.order_id = orders.id and refunds.reason = 'chargeback')
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
    invariant: 5,
    name: 'papers are numbered without a gap per issuer, kind and year',
    rows: sql`select number_series.issuer_id from number_series
      left join invoices on invoices.issuer_id = number_series.issuer_id and invoices.kind = number_series.kind
        and invoices.year = number_series.year
      group by number_series.issuer_id, number_series.kind, number_series.year, number_series.last
      having count(invoices.id) <> number_series.last or coalesce(max(invoices.sequence), 0) <> number_series.last
        or coalesce(min(invoices.sequence), 1) <> 1`,
  },
  {
    invariant: 5,
    name: 'a credit note corrects an invoice of its order, and credits no more than was invoiced',
    rows: sql`select credit.id from invoices credit
        left join invoices corrected on corrected.id = credit.corrects_id
        where credit.kind = 'credit-note' and (corrected.id is null or corrected.order_id <> credit.order_id
          or corrected.kind <> 'invoice' or credit.amount_minor > 0)
      union all
      select order_id from invoices where kind in ('invoice', 'credit-note')
        group by order_id having sum(amount_minor) < 0`,
  },
  {
    invariant: 4,
    name: 'a refund attempt that is done has its one refund, and a refund its attempt, unless a bank took the money',
    rows: sql`select refund_attempts.id from refund_attempts
        where refund_attempts.state = 'done'
          and (select count(*) from refunds where refunds.attempt_id = refund_attempts.id) <> 1
      union all
      select refunds.id from refunds left join refund_attempts on refund_attempts.id = refunds.attempt_id
        where refunds.reason <> 'chargeback' and (refund_attempts.id is null
          or refund_attempts.payment_id <> refunds.payment_id
          or (refund_attempts.state <> 'done' and not exists (select 1 from payments as returned
            where refund_attempts.state = 'failed' and returned.order_id = refunds.order_id
              and returned.provider_reference = refunds.provider_reference)))`,
  },
  {
    invariant: 4,
    name: 'a refund that failed, waits for finance or is sent by hand is in finance’s queue',
    rows: sql`select refund_attempts.id from refund_attempts
      where ((refund_attempts.state = 'failed' and refund_attempts.reason <> 'provider')
          or refund_attempts.state in ('approval', 'manual'))
        and not exists (select 1 from finance_entries where finance_entries.subject = refund_attempts.id
          and finance_entries.kind = case refund_attempts.state when 'failed' then 'refund-failed'
            when 'approval' then 'refund-asked' else 'refund-manual' end)`,
  },
  {
    invariant: 4,
    name: 'a dispute is known to finance, and what was lost by it is booked',
    rows: sql`select disputes.id from disputes
        where not exists (select 1 from finance_entries
          where finance_entries.kind = 'dispute' and finance_entries.subject = disputes.id)
      union all
      select disputes.id from disputes join payments on payments.id = disputes.payment_id
        where disputes.state = 'lost' and payments.amount_minor > coalesce(
          (select sum(refunds.amount_minor) from refunds where refunds.payment_id = disputes.payment_id), 0)
        and not exists (select 1 from refunds where refunds.payment_id = disputes.payment_id
          and refunds.provider_reference = disputes.provider_reference)`,
  },
  {
    invariant: 5,
    name: 'no more of a payment is asked back than it was',
    rows: sql`select payments.id from payments
      join refund_attempts on refund_attempts.payment_id = payments.id and refund_attempts.reason <> 'provider'
        and refund_attempts.state not in ('failed', 'refused')
      group by payments.id, payments.amount_minor having sum(refund_attempts.amount_minor) > payments.amount_minor`,
  },
  {
    invariant: 5,
    name: 'what was paid beyond what an order asks for is on its way back, or finance knows',
    rows: sql`select orders.id from orders
      where not exists (select 1 from finance_entries where finance_entries.order_id = orders.id)
        and coalesce((select sum(amount_minor) from payments
            where payments.order_id = orders.id and payments.currency = orders.currency), 0)
          > coalesce((select sum(amount_minor) from order_lines
            where order_lines.order_id = orders.id and order_lines.currency = orders.currency), 0)
          + coalesce((select sum(amount_minor) from refunds
            where refunds.order_id = orders.id and refunds.currency = orders.currency), 0)
          + coalesce((select sum(amount_minor) from refund_attempts
            where refund_attempts.order_id = orders.id and refund_attempts.currency = orders.currency
              and refund_attempts.state in ('approval', 'starting', 'pending', 'unknown', 'manual')), 0)`,
  },
  {
    invariant: 2,
    name: 'what is set aside for a change stands while the change is open, and no longer',
    rows: sql`select seat_changes.id from seat_changes
        join reservations on reservations.id = seat_changes.reservation_id
        where (seat_changes.state = 'open') <> (reservations.ended_at is null)
      union all
      select reservations.id from reservations where reservations.kind = 'change' and reservations.ended_at is null
        and not exists (select 1 from seat_changes where seat_changes.reservation_id = reservations.id)`,
  },
  {
    invariant: 2,
    name: 'a seat that was passed on has exactly one successor, in the same order, who has its place in the quotas',
    rows: sql`select registrations.id from registrations
        where registrations.state = 'transferred' and ((select count(*) from registrations as successor
            where successor.replaces_id = registrations.id and successor.order_id = registrations.order_id) <> 1
          or exists (select 1 from registration_seats where registration_seats.registration_id = registrations.id))
      union all
      select successor.id from registrations as successor
        join registrations on registrations.id = successor.replaces_id
        where registrations.state <> 'transferred' or registrations.event_id <> successor.event_id`,
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
          and messages.subject_id = finance_entries.order_id and messages.occasion = finance_entries.subject)`,
  },
  {
    invariant: 4,
    name: 'what a payer told us reached finance, waits once an order, and was decided by somebody',
    rows: sql`select id from payment_claims where not exists (select 1 from finance_entries
          where finance_entries.kind = 'claim' and finance_entries.subject = payment_claims.id)
      union all
      select id from payment_claims where state <> 'waiting' and (decided_by is null or decided_at is null
        or exists (select 1 from finance_entries where finance_entries.kind = 'claim'
          and finance_entries.subject = payment_claims.id and finance_entries.resolved_at is null))
      union all
      select order_id from payment_claims where state = 'waiting' group by order_id having count(*) > 1`,
  },
  {
    invariant: 7,
    name: 'no fund has more offered and committed than its budget, nor more paid than it committed',
    rows: sql`select id from funds where offered_minor < 0 or committed_minor < 0 or paid_minor < 0
      or offered_minor + committed_minor > budget_minor or paid_minor > committed_minor`,
  },
  {
    invariant: 7,
    name: 'the counters of a fund equal its shares: those that are offered, and what is left of those that were accepted',
    rows: sql`select id from funds where offered_minor <> coalesce((select sum(award_shares.amount_minor) from award_shares
          join award_components on award_components.id = award_shares.component_id
          where award_shares.fund_id = funds.id and award_components.state = 'offered'), 0)
        or committed_minor <> coalesce((select sum(award_shares.amount_minor - award_shares.returned_minor) from award_shares
          join award_components on award_components.id = award_shares.component_id
          where award_shares.fund_id = funds.id and award_components.state = 'accepted'), 0)
        or paid_minor <> coalesce((select sum(payout_shares.amount_minor) from payout_shares
          join payouts on payouts.id = payout_shares.payout_id
          where payout_shares.fund_id = funds.id and payouts.state = 'paid'), 0)`,
  },
  {
    invariant: 7,
    name: 'a component is the sum of its shares, and no more of a share went back than there was',
    rows: sql`select id from award_components where amount_minor < 0 or amount_minor <> coalesce(
        (select sum(award_shares.amount_minor) from award_shares where award_shares.component_id = award_components.id), 0)
      union all
      select component_id from award_shares where returned_minor < 0 or returned_minor > amount_minor
      union all
      select award_components.id from award_components
        join award_shares on award_shares.component_id = award_components.id
        where award_components.state = 'released' and award_shares.returned_minor <> award_shares.amount_minor`,
  },
  {
    invariant: 7,
    name: 'an award is paid by funds of its event, in its currency',
    rows: sql`select awards.id from awards
        join award_components on award_components.award_id = awards.id
        join award_shares on award_shares.component_id = award_components.id
        join funds on funds.id = award_shares.fund_id
        where funds.currency <> awards.currency or funds.event_id <> awards.event_id
      union all
      select payouts.id from payouts join awards on awards.id = payouts.award_id
        where payouts.currency <> awards.currency or payouts.event_id <> awards.event_id`,
  },
  {
    invariant: 7,
    name: 'an award stands as its components do, and leaves its application to another when it is over',
    rows: sql`select awards.id from awards join award_components on award_components.award_id = awards.id
        where (awards.state = 'proposed' and award_components.state <> 'proposed')
          or (awards.state = 'offered' and award_components.state <> 'offered')
          or (awards.state not in ('proposed', 'offered') and award_components.state in ('proposed', 'offered'))
          or (awards.state in ('declined', 'lapsed') and award_components.state <> 'declined')
      union all
      select id from awards where (state in ('proposed', 'offered', 'accepted') and active_key is null)
        or (state not in ('proposed', 'offered', 'accepted') and active_key is not null)`,
  },
  {
    invariant: 7,
    name: 'payouts of a component stay within what is committed of it, and a paid one is the sum of its shares',
    rows: sql`select payouts.component_id from payouts where payouts.state <> 'refused'
        group by payouts.component_id having sum(payouts.amount_minor) > coalesce(
          (select sum(award_shares.amount_minor - award_shares.returned_minor) from award_shares
            where award_shares.component_id = payouts.component_id), 0)
      union all
      select payouts.id from payouts where payouts.amount_minor < 0
        or (payouts.state = 'paid' and payouts.amount_minor <> coalesce((select sum(payout_shares.amount_minor)
          from payout_shares where payout_shares.payout_id = payouts.id), 0))
        or (payouts.state <> 'paid' and exists (select 1 from payout_shares where payout_shares.payout_id = payouts.id))
      union all
      select award_shares.component_id from award_shares
        where award_shares.amount_minor - award_shares.returned_minor < coalesce((select sum(payout_shares.amount_minor)
          from payout_shares join payouts on payouts.id = payout_shares.payout_id
          where payouts.component_id = award_shares.component_id and payout_shares.fund_id = award_shares.fund_id), 0)`,
  },
  {
    invariant: 8,
    name: 'seats for an admission are set aside by its open offer alone: every seat of its ticket, and not a moment longer',
    rows: sql`select reservations.id from reservations where reservations.kind = 'admission' and reservations.ended_at is null
        and not exists (select 1 from call_offers
          where call_offers.reservation_id = reservations.id and call_offers.state = 'open')
      union all
      select call_offers.id from call_offers join reservations on reservations.id = call_offers.reservation_id
        where (call_offers.state = 'open') <> (reservations.ended_at is null)
          or reservations.kind <> 'admission' or reservations.subject_id <> call_offers.id
      union all
      select call_offers.id from call_offers join reserved_seats on reserved_seats.reservation_id = call_offers.reservation_id
        where call_offers.state = 'open' and (reserved_seats.size <> 1 or reserved_seats.remaining <> 1)
      union all
      select call_offers.id from call_offers where call_offers.state = 'open' and call_offers.reservation_id is null
        and exists (select 1 from ticket_type_quotas where ticket_type_quotas.ticket_type_id = call_offers.ticket_type_id)
      union all
      select reservation_id from call_offers where reservation_id is not null group by reservation_id having count(*) > 1`,
  },
  {
    invariant: 8,
    name: 'an application has one offer that is open or accepted at most, and is one that was sent in',
    rows: sql`select id from call_offers where (state in ('open', 'accepted') and (active_key is null or active_key <> application_id))
          or (state not in ('open', 'accepted') and active_key is not null)
      union all
      select call_offers.id from call_offers join applications on applications.id = call_offers.application_id
        where call_offers.state = 'open' and (applications.state <> 'submitted' or applications.call_id <> call_offers.call_id)`,
  },
  {
    invariant: 8,
    name: 'an accepted offer with a ticket has its registration, and no other offer has any',
    rows: sql`select id from call_offers where state = 'accepted' and ticket_type_id is not null and not exists (
          select 1 from registrations where registrations.order_id = call_offers.order_id)
      union all
      select id from call_offers where state <> 'accepted' and order_id is not null
      union all
      select call_offers.id from call_offers
        join registration_seats on registration_seats.reservation_id = call_offers.reservation_id
        where call_offers.state <> 'accepted'`,
  },
  {
    invariant: 8,
    name: 'an offer stands as its award does',
    rows: sql`select call_offers.id from call_offers join awards on awards.id = call_offers.award_id
      where awards.application_id <> call_offers.application_id
        or (call_offers.state = 'open' and awards.state <> 'offered')
        or (call_offers.state <> 'open' and awards.state in ('proposed', 'offered'))
        or (call_offers.state in ('declined', 'lapsed', 'withdrawn') and awards.state in ('accepted', 'ended'))`,
  },
  {
    invariant: 8,
    name: 'the places of a reserve list run from one without a gap, and a released decision names its release',
    rows: sql`select call_id from decisions where place is not null group by call_id, choice_id
        having count(*) <> max(place) or min(place) <> 1 or count(distinct place) <> count(*)
      union all
      select application_id from decisions where (place is not null and kind <> 'reserve')
        or (released_at is not null and release_id is null)
      union all
      select decisions.application_id from decisions join decision_releases on decision_releases.id = decisions.release_id
        where decision_releases.state = 'undone' or decision_releases.call_id <> decisions.call_id`,
  },
  {
    invariant: 9,
    name: 'the state of whatever has states has its audit entry',
    rows: sql`${unaudited('registrations', 'registration', ['held', 'confirmed', 'cancelled', 'transferred', 'lapsed'])}
      union all
      ${unaudited('payment_attempts', 'payment-attempt', ['starting', 'open', 'processing', 'paid', 'failed', 'expired', 'unknown'])}
      union all
      ${unaudited('waiting_list_entries', 'waiting-list-entry', ['waiting', 'offered', 'taken', 'lapsed', 'withdrawn', 'expired'])}
      union all
      ${unaudited('offers', 'offer', ['open', 'accepted', 'declined', 'lapsed'])}
      union all
      ${unaudited('refund_attempts', 'refund-attempt', ['approval', 'starting', 'pending', 'unknown', 'manual', 'done', 'failed', 'refused'])}
      union all
      ${unaudited('seat_changes', 'seat-change', ['open', 'done', 'lapsed', 'withdrawn'])}
      union all
      ${unaudited('disputes', 'dispute', ['open', 'won', 'lost'])}
      union all
      ${unaudited('payment_claims', 'payment-claim', ['waiting', 'accepted', 'refused'])}
      union all
      ${unaudited('awards', 'award', ['proposed', 'offered', 'accepted', 'declined', 'lapsed', 'withdrawn', 'ended'])}
      union all
      ${unaudited('payouts', 'payout', ['claimed', 'checked', 'approved', 'paid', 'refused'])}
      union all
      ${unaudited('call_offers', 'call-offer', ['open', 'accepted', 'declined', 'lapsed', 'withdrawn'])}`,
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
    invariant: 9,
    name: 'a proof says when it was verified, while it waits it does not, and it has its audit entry',
    rows: sql`select id from proofs where (state = 'verified') <> (verified_at is not null) and state <> 'refused'
      union all
      select proofs.id from proofs join registrations on registrations.id = proofs.registration_id
        where registrations.event_id <> proofs.event_id
      union all
      select proofs.id from proofs where ${hasNoEntry('proof', 'proofs.id')}`,
  },
  {
    invariant: 9,
    name: 'what was erased is gone: the value of an answer, the content and the name of a file',
    rows: sql`select registration_id from answers where erased_at is not null and value <> ''
      union all
      select id from files where (erased_at is not null and (content is not null or name <> ''))
        or (erased_at is null and content is null)`,
  },
  {
    invariant: 9,
    name: 'of a proof that was decided no paper is left',
    rows: sql`select proofs.id from proofs join files on files.id = proofs.file_id
      where proofs.state <> 'waiting' and files.erased_at is null`,
  },
  {
    invariant: 9,
    name: 'everybody answers the questions of the event that they registered for',
    rows: sql`select answers.question_id from answers join questions on questions.id = answers.question_id
      join registrations on registrations.id = answers.registration_id
      where questions.event_id <> registrations.event_id`,
  },
  {
    invariant: 10,
    name: 'a cancelled event says when, no sequence goes below its beginning, and what was noted says when',
    rows: sql`select id from events where sequence < 0 or (status = 'cancelled' and cancelled_at is null)
      union all
      select id from sessions where sequence < 0
      union all
      select id from events where calendar_digest not in ('', '-', '?') and calendar_at is null
      union all
      select id from sessions where calendar_digest not in ('', '-', '?') and calendar_at is null`,
  },
  {
    invariant: 11,
    name: 'how somebody stands is what their newest mark says',
    rows: sql`select attendance_states.mark_id as id from attendance_states
        left join attendance_marks as mark on mark.id = attendance_states.mark_id
        where mark.id is null or mark.registration_id <> attendance_states.registration_id
          or mark.slot <> attendance_states.slot or mark.state <> attendance_states.state
          or mark.at <> attendance_states.at or mark.event_id <> attendance_states.event_id
      union all
      select mark.id from attendance_marks as mark
        left join attendance_states on attendance_states.registration_id = mark.registration_id
          and attendance_states.slot = mark.slot
        where attendance_states.mark_id is null or mark.at > attendance_states.at
          or (mark.at = attendance_states.at and mark.id > attendance_states.mark_id)`,
  },
  {
    invariant: 12,
    name: 'a certificate says what its newest wording says; a seat has one at most, an event numbers without gaps',
    rows: sql`select certificates.id from certificates
        left join certificate_versions as version on version.certificate_id = certificates.id
          and version.version = certificates.version
        where version.version is null or version.content <> certificates.content
          or version.signature <> certificates.signature or version.key_id <> certificates.key_id
          or certificates.version <> (select max(other.version) from certificate_versions as other
            where other.certificate_id = certificates.id)
      union all
      select id from certificates
        where (state = 'issued' and (active_key is null or active_key <> registration_id))
          or (state = 'revoked' and (active_key is not null or revoked_at is null))
          or (erased_at is null and not exists (
            select 1 from certificate_keys where certificate_keys.id = certificates.key_id))
          or (erased_at is not null and content <> '')
      union all
      select event_id from certificates group by event_id having max(number) <> count(*)`,
  },
  {
    invariant: 9,
    name: 'every certificate has its audit entry',
    rows: unaudited('certificates', 'certificate', ['issued', 'revoked']),
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
  const { untrue, leftOut } = await checkCalendars(db)
  counts.push(
    { invariant: 10, name: 'what calendars show of events and sessions is what they last noted', violations: untrue },
    { invariant: 10, name: 'a cancelled or postponed event stays in the calendars as called off', violations: leftOut },
  )
  return counts
}

/** Rows whose present state nobody is on record to have brought about. */
function unaudited(
  table:
    | 'registrations'
    | 'payment_attempts'
    | 'waiting_list_entries'
    | 'offers'
    | 'refund_attempts'
    | 'seat_changes'
    | 'disputes'
    | 'payment_claims'
    | 'awards'
    | 'payouts'
    | 'call_offers'
    | 'certificates',
  kind: string,
  states: string[],
): RawBuilder<unknown> {
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
