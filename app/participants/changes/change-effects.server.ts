import type { Kysely } from 'kysely'
import { moneyAtStake } from './money-at-stake.server.ts'
import { ruleFor } from '#app/registrations/changes/refund-rules.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

export type ChangeEffects = Awaited<ReturnType<typeof changeEffects>>

/**
 * What hangs on an event that is to be changed: seats, the queue, vouchers, money, and who may have papers for the
 * journey. In a number of queries that depends on nothing.
 */
export async function changeEffects(db: Kysely<Database>, eventId: string, now: Instant) {
  const [seats, waiting, vouchers, money, rules, letters, awards] = await Promise.all([
    seatsByState(db, eventId),
    waitingByState(db, eventId),
    vouchersUsed(db, eventId),
    moneyAtStake(db, eventId),
    db.selectFrom('refundRules').selectAll().where('eventId', '=', eventId).execute(),
    mayHaveLetters(db, eventId),
    withAwards(db, eventId),
  ])
  const rule = (reason: 'event-cancelled' | 'any') => {
    const found = ruleFor(rules, { reason, now })
    return found && { percent: found.percent, feeMinor: found.feeMinor, feeCurrency: found.feeCurrency }
  }
  return {
    ...seats,
    ...waiting,
    vouchers,
    money,
    /** What goes back when the event is cancelled: all, unless its organizer has set something else. */
    cancelledRule: rule('event-cancelled') ?? { percent: 10_000, feeMinor: 0, feeCurrency: null },
    /** What goes back to whoever gives a seat up now; null: nothing. */
    ownRule: rule('any'),
    letters,
    awards,
  }
}

async function seatsByState(db: Kysely<Database>, eventId: string) {
  const rows = await db
    .selectFrom('registrations')
    .select((row) => ['state', row.fn.countAll<number | string>().as('count')])
    .where('eventId', '=', eventId)
    .where('state', 'in', ['held', 'confirmed'])
    .groupBy('state')
    .execute()
  const of = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { confirmed: of('confirmed'), held: of('held') }
}

async function waitingByState(db: Kysely<Database>, eventId: string) {
  const rows = await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .select((row) => ['entry.state', row.fn.countAll<number | string>().as('count')])
    .select((row) => row.fn.count<number | string>('people.email').as('reached'))
    .where('entry.eventId', '=', eventId)
    .where('entry.state', 'in', ['waiting', 'offered'])
    .groupBy('entry.state')
    .execute()
  const sum = (of: 'count' | 'reached') => rows.reduce((all, row) => all + Number(row[of]), 0)
  return { waiting: sum('count'), waitingReached: sum('reached') }
}

async function vouchersUsed(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await active(db, eventId)
    .innerJoin('voucherUses', 'voucherUses.registrationId', 'registrations.id')
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .where('voucherUses.isActive', '=', 1)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Letters and visas come later; who said that they need one is known, where that was asked under the code `visa`. */
async function mayHaveLetters(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await active(db, eventId)
    .innerJoin('answers', 'answers.registrationId', 'registrations.id')
    .innerJoin('questions', 'questions.id', 'answers.questionId')
    .select((row) => row.fn.count<number | string>('registrations.id').distinct().as('count'))
    .where('questions.code', '=', 'visa')
    .where('answers.value', 'not in', ['', '""', 'no', '"no"', 'false'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Seats that are given with a scholarship, or that a fund has paid. */
async function withAwards(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await active(db, eventId)
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .select((row) => row.fn.countAll<number | string>().as('count'))
    .where((row) =>
      row.or([
        row('ticketTypes.admission', '=', 'award'),
        row.exists(
          row
            .selectFrom('payments')
            .select('payments.id')
            .whereRef('payments.orderId', '=', 'registrations.orderId')
            .where('payments.method', '=', 'waiver'),
        ),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}

function active(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('registrations')
    .where('registrations.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
}
