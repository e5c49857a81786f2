import type Stripe from 'stripe'
import type { Answer } from './idempotency.ts'
import type { StandInDispute, StandInRefund } from './money-back.ts'
import type { Params } from './schema.ts'
import type { StandInSession } from './sessions.ts'

/** What the account moved besides our payments and refunds, or instead of them. */
export interface StandInMovement {
  id: string
  category: 'charge' | 'refund' | 'fee' | 'payout' | 'adjustment' | 'dispute'
  /** The payment intent of a charge; the id of anything else. */
  reference: string | null
  amount: number
  currency: string
  createdAt: number
}

const FEE = 290

/**
 * The balance transactions of a stand-in: one for each paid page, refund and lost dispute, with the provider's fee on
 * charges, and what a test adds. `alter` changes what is listed of a reference; `null` leaves it out.
 */
export function accountMovements({
  sessions,
  refunds,
  disputes,
}: {
  sessions: Map<string, StandInSession>
  refunds: Map<string, StandInRefund>
  disputes: Map<string, StandInDispute>
}) {
  const added: StandInMovement[] = []
  const altered = new Map<string, Partial<StandInMovement> | null>()

  function all(): StandInMovement[] {
    const charges = [...sessions.values()]
      .filter(({ paymentStatus }) => paymentStatus === 'paid')
      .map(({ intentId, amountTotal, currency, createdAt }) =>
        moved('charge', intentId, amountTotal, currency, createdAt),
      )
    const back = [...refunds.values()]
      .filter(({ status }) => status !== 'failed' && status !== 'canceled')
      .map(({ id, amount, currency, createdAt }) => moved('refund', id, amount, currency, createdAt))
    const taken = [...disputes.values()].map(({ id, amount, currency, createdAt }) =>
      moved('dispute', id, amount, currency, createdAt),
    )
    return [...charges, ...back, ...taken, ...added]
      .flatMap((one) => {
        const change = one.reference === null ? undefined : altered.get(one.reference)
        return change === null ? [] : [{ ...one, ...change }]
      })
      .toSorted((one, other) => other.createdAt - one.createdAt || (one.id < other.id ? 1 : -1))
  }

  /** https://docs.stripe.com/api/balance_transactions/list: the newest first, with pages. */
  function list(params: Params): Answer {
    const created = (params['created'] ?? {}) as { gte?: string; lt?: string }
    const own = all().filter(
      ({ createdAt }) => createdAt >= Number(created.gte ?? 0) && createdAt < Number(created.lt ?? Infinity),
    )
    const after = params['starting_after']
    const from = typeof after === 'string' ? own.findIndex(({ id }) => id === after) + 1 : 0
    const page = own.slice(from, from + Number(params['limit'] ?? 10))
    const hasMore = from + page.length < own.length
    return {
      status: 200,
      body: { object: 'list', url: '/v1/balance_transactions', has_more: hasMore, data: page.map(shown) },
    }
  }

  return {
    list,
    all,
    add: (movement: Omit<StandInMovement, 'id'>) =>
      void added.push({ ...movement, id: `txn_extra_${String(added.length + 1).padStart(4, '0')}` }),
    alter: (reference: string, change: Partial<StandInMovement> | null) => void altered.set(reference, change),
  }
}

function moved(
  category: StandInMovement['category'],
  reference: string,
  amount: number,
  currency: string,
  createdAt: number,
): StandInMovement {
  return { id: `txn_${reference}`, category, reference, amount, currency, createdAt }
}

/** As the API shows it with `expand: ['data.source']`. */
function shown({ id, category, reference, amount, currency, createdAt }: StandInMovement) {
  const sign = category === 'charge' || category === 'adjustment' ? 1 : -1
  return {
    id,
    object: 'balance_transaction',
    amount: sign * amount,
    currency,
    created: createdAt,
    fee: category === 'charge' ? Math.min(FEE, amount) : 0,
    reporting_category: category === 'adjustment' ? 'other_adjustment' : category,
    source: sourceOf(category, reference, amount, currency) as Stripe.BalanceTransaction['source'],
  } satisfies Partial<Stripe.BalanceTransaction>
}

function sourceOf(category: StandInMovement['category'], reference: string | null, amount: number, currency: string) {
  if (reference === null) return null
  if (category === 'charge')
    return { id: reference.replace(/^pi_/, 'ch_'), object: 'charge', payment_intent: reference, amount, currency }
  if (category === 'refund' || category === 'dispute') return { id: reference, object: category, amount, currency }
  return null
}
