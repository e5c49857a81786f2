import type Stripe from 'stripe'
import type { Answer } from './idempotency.ts'
import type { Params } from './schema.ts'
import type { StandInSession } from './sessions.ts'

export interface StandInRefund {
  id: string
  paymentIntent: string
  amount: number
  currency: string
  status: 'pending' | 'requires_action' | 'succeeded' | 'failed' | 'canceled'
  metadata: Record<string, string>
  createdAt: number
}

export interface StandInDispute {
  id: string
  paymentIntent: string
  amount: number
  currency: string
  status: Stripe.Dispute['status']
  reason: string
  createdAt: number
}

/**
 * The refunds and disputes of a stand-in: refunds that are never more than was charged, with the states that they may
 * go through, and disputes that are opened, won and lost. `wayOf` is how new refunds begin.
 */
export function moneyBack({
  now,
  sessionOf,
  tell,
  refuse,
}: {
  now: () => number
  /** The paid page of a payment intent. */
  sessionOf: (intent: string) => StandInSession | undefined
  tell: (kind: string, object: object) => void
  refuse: (status: number, message: string, code?: string) => Answer
}) {
  const refunds = new Map<string, StandInRefund>()
  const disputes = new Map<string, StandInDispute>()
  let count = 0
  let first: StandInRefund['status'] = 'succeeded'

  const returned = (intent: string) =>
    [...refunds.values()]
      .filter((one) => one.paymentIntent === intent && one.status !== 'failed' && one.status !== 'canceled')
      .reduce((sum, { amount }) => sum + amount, 0)

  /** What a bank contests, or has taken, cannot be refunded besides; an inquiry leaves it possible. */
  const isDisputed = (intent: string) =>
    [...disputes.values()].some(
      ({ paymentIntent, status }) => paymentIntent === intent && status !== 'won' && !status.startsWith('warning'),
    )

  const left = (intent: string) => (isDisputed(intent) ? 0 : (sessionOf(intent)?.amountTotal ?? 0) - returned(intent))

  /** https://docs.stripe.com/api/refunds/create */
  function create(params: Params): Answer {
    const intent = typeof params['payment_intent'] === 'string' ? params['payment_intent'] : ''
    const session = sessionOf(intent)
    if (!session) return refuse(404, `No such payment_intent: '${intent}'`, 'resource_missing')
    if (isDisputed(intent)) return refuse(400, 'This charge has been charged back.', 'charge_disputed')
    const rest = left(intent)
    const amount = Number(params['amount'] ?? rest)
    if (rest === 0) return refuse(400, 'Charge has already been refunded.', 'charge_already_refunded')
    if (amount > rest)
      return refuse(400, `Refund amount (${amount}) is greater than unrefunded amount on charge (${rest})`)
    const metadata = (params['metadata'] ?? {}) as Record<string, string>
    return { status: 200, body: shown(add(session, amount, metadata)) }
  }

  function add(session: StandInSession, amount: number, metadata: Record<string, string>): StandInRefund {
    const id = `re_${String(++count).padStart(4, '0')}`
    const { intentId: paymentIntent, currency } = session
    const refund = { id, paymentIntent, amount, currency, status: first, metadata, createdAt: now() }
    refunds.set(id, refund)
    tell('refund.created', shown(refund))
    tell('charge.refunded', { ...charge(paymentIntent), amount_refunded: returned(paymentIntent) })
    return refund
  }

  function shown({ id, paymentIntent, amount, currency, status, metadata, createdAt }: StandInRefund) {
    return {
      id,
      object: 'refund',
      amount,
      currency,
      status,
      metadata,
      created: createdAt,
      charge: charge(paymentIntent).id,
      payment_intent: paymentIntent,
      reason: null,
    } satisfies Partial<Stripe.Refund>
  }

  function shownDispute({ id, paymentIntent, amount, currency, status, reason, createdAt }: StandInDispute) {
    return {
      id,
      object: 'dispute',
      amount,
      currency,
      status,
      reason,
      created: createdAt,
      charge: charge(paymentIntent).id,
      payment_intent: paymentIntent,
    } satisfies Partial<Stripe.Dispute>
  }

  const charge = (intent: string) => ({ id: intent.replace(/^pi_/, 'ch_'), object: 'charge', payment_intent: intent })

  /** A list as the API gives it, the newest first, with pages. */
  function list<T extends { id: string; paymentIntent: string }>(
    all: Map<string, T>,
    show: (one: T) => object,
    url: string,
    params: Params,
  ): Answer {
    const own = [...all.values()].filter(({ paymentIntent }) => paymentIntent === params['payment_intent']).toReversed()
    const after = params['starting_after']
    const from = typeof after === 'string' ? own.findIndex(({ id }) => id === after) + 1 : 0
    const page = own.slice(from, from + Number(params['limit'] ?? 10))
    const hasMore = from + page.length < own.length
    return { status: 200, body: { object: 'list', url, has_more: hasMore, data: page.map(show) } }
  }

  return {
    refunds,
    disputes,
    create,
    listRefunds: (params: Params) => list(refunds, shown, '/v1/refunds', params),
    listDisputes: (params: Params) => list(disputes, shownDispute, '/v1/disputes', params),
    /** What can still go back of a charge. */
    left,
    /** How refunds begin from now on. */
    refundsBegin(as: StandInRefund['status']) {
      first = as
    },
    /** Somebody sends money back in the dashboard. */
    refundInDashboard(intent: string, amount = left(intent)): StandInRefund {
      return add(sessionOf(intent)!, amount, {})
    },
    /** A refund ends, or (succeeded, then failed) comes back. */
    moveRefund(id: string, status: 'succeeded' | 'failed' | 'canceled') {
      const refund = refunds.get(id)!
      refund.status = status
      tell(status === 'succeeded' ? 'refund.updated' : 'refund.failed', shown(refund))
      tell('charge.refund.updated', shown(refund))
    },
    openDispute(intent: string, status: Stripe.Dispute['status'] = 'needs_response'): StandInDispute {
      const session = sessionOf(intent)!
      const dispute: StandInDispute = {
        id: `du_${String(++count).padStart(4, '0')}`,
        paymentIntent: intent,
        amount: session.amountTotal - returned(intent),
        currency: session.currency,
        status,
        reason: 'fraudulent',
        createdAt: now(),
      }
      disputes.set(dispute.id, dispute)
      tell('charge.dispute.created', shownDispute(dispute))
      tell('charge.dispute.funds_withdrawn', shownDispute(dispute))
      return dispute
    },
    closeDispute(id: string, status: 'won' | 'lost' | 'warning_closed') {
      const dispute = disputes.get(id)!
      dispute.status = status
      tell('charge.dispute.closed', shownDispute(dispute))
      if (status === 'won') tell('charge.dispute.funds_reinstated', shownDispute(dispute))
    },
  }
}
