import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorBody, type Fault, faultPlan } from './faults.ts'
import { hostedPage } from './hosted-page.ts'
import { type Answer, idempotent } from './idempotency.ts'
import { moneyBack } from './money-back.ts'
import { accountMovements } from './movements.ts'
import { type Notification, notifications } from './notifications.ts'
import { complaints, type Params } from './schema.ts'
import { asStripeShows, newSession, type StandInSession } from './sessions.ts'
import { readParams } from './wire.ts'

export interface StandInRequest {
  method: string
  path: string
  idempotencyKey: string | null
  params: Params
}

export type StandIn = Awaited<ReturnType<typeof standInForStripe>>

/**
 * A server that behaves as Stripe does where Plenary can tell: sessions with their life, refunds, idempotency keys that
 * are replayed and guarded, signed notifications, and every fault on order. A request that stripe's own types do not
 * know is answered with 400 and kept in `complaints`. `now` in seconds; `livemode` as a live key has it.
 */
export async function standInForStripe({
  now = () => Math.floor(Date.now() / 1000),
  livemode = false,
  onNotification = null as ((notification: Notification) => void) | null,
} = {}) {
  const secretKey = livemode ? 'sk_live_stand_in' : 'sk_test_stand_in'
  const sessions = new Map<string, StandInSession>()
  const requests: StandInRequest[] = []
  const complained: string[] = []
  const faults = faultPlan()
  const keys = idempotent()
  const told = notifications({ now, livemode, onNotification })
  let count = 0
  const back = moneyBack({
    now,
    sessionOf: (intent) =>
      [...sessions.values()].find((one) => one.intentId === intent && one.paymentStatus === 'paid'),
    tell: told.add,
    refuse,
  })
  const account = accountMovements({ sessions, refunds: back.refunds, disputes: back.disputes })

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      complained.push(String(error))
      response.writeHead(500).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, search } = new URL(request.url ?? '/', url)
    const body = await text(request)
    if (pathname.startsWith('/c/pay/')) return page(request, response, pathname.slice('/c/pay/'.length), body)
    const params = readParams(request.method === 'GET' ? search.slice(1) : body)
    const idempotencyKey = (request.headers['idempotency-key'] as string | undefined) ?? null
    requests.push({ method: request.method!, path: pathname, idempotencyKey, params })
    const operation = operationOf(request.method!, pathname)
    if (!operation) return send(response, refuse(404, 'Unrecognized request URL'))
    if (request.headers.authorization !== `Bearer ${secretKey}`) return send(response, refuse(401))
    const fault = faults.next(operation.on)
    if (fault === 'lost') return void request.socket.destroy()
    if (typeof fault === 'number') return send(response, keys.keep(idempotencyKey, params, refuse(fault)))
    const wrong = complaints(operation.type, params)
    complained.push(...wrong)
    if (wrong.length > 0) return send(response, refuse(400, wrong.join('; ')))
    const replay = keys.begin(idempotencyKey, params)
    const done = replay ?? keys.keep(idempotencyKey, params, operation.run(params))
    if (fault === 'done-then-lost') return void request.socket.destroy()
    if (typeof fault === 'object' && fault !== null) await sleep(fault.delay)
    send(response, done, fault === 'garbled')
  }

  function operationOf(
    method: string,
    path: string,
  ): { on: Fault['on']; type: Parameters<typeof complaints>[0]; run: (params: Params) => Answer } | null {
    const [, id = '', action = ''] = /^\/v1\/checkout\/sessions(?:\/(\w+))?(?:\/(\w+))?$/.exec(path) ?? []
    if (method === 'POST' && path === '/v1/checkout/sessions')
      return { on: 'create', type: 'SessionCreateParams', run: create }
    if (method === 'GET' && id && !action)
      return { on: 'retrieve', type: 'SessionRetrieveParams', run: (params) => retrieve(id, params) }
    if (method === 'POST' && action === 'expire')
      return { on: 'expire', type: 'SessionExpireParams', run: () => expireByRequest(id) }
    if (method === 'POST' && path === '/v1/refunds')
      return { on: 'refund', type: 'RefundCreateParams', run: back.create }
    if (method === 'GET' && path === '/v1/refunds')
      return { on: 'refunds', type: 'RefundListParams', run: back.listRefunds }
    if (method === 'GET' && path === '/v1/disputes')
      return { on: 'disputes', type: 'DisputeListParams', run: back.listDisputes }
    if (method === 'GET' && path === '/v1/balance_transactions')
      return { on: 'movements', type: 'BalanceTransactionListParams', run: account.list }
    return null
  }

  function create(params: Params): Answer {
    const session = newSession(`cs_test_${String(++count).padStart(4, '0')}`, params, url, now(), livemode)
    // https://docs.stripe.com/api/checkout/sessions/create#create_checkout_session-expires_at
    if (session.expiresAt < now() + 30 * 60 || session.expiresAt > now() + 24 * 3600)
      return refuse(400, 'The `expires_at` timestamp must be between 30 minutes and 24 hours from now.')
    if (session.amountTotal < 50) return refuse(400, 'The amount is too small.', 'amount_too_small')
    sessions.set(session.id, session)
    return { status: 200, body: asStripeShows(session) }
  }

  function retrieve(id: string, params: Params): Answer {
    const session = find(id)
    return session
      ? { status: 200, body: asStripeShows(session, (params['expand'] ?? []) as string[]) }
      : refuse(404, `No such checkout.session: '${id}'`, 'resource_missing')
  }

  function expireByRequest(id: string): Answer {
    const session = find(id)
    if (!session) return refuse(404, `No such checkout.session: '${id}'`, 'resource_missing')
    if (session.status !== 'open')
      return refuse(400, `Only Checkout Sessions with a status in ["open"] can be expired.`)
    expire(id)
    return { status: 200, body: asStripeShows(session) }
  }

  /** A session as time has left it. */
  function find(id: string): StandInSession | undefined {
    const session = sessions.get(id)
    if (session?.status === 'open' && session.expiresAt <= now()) expire(id)
    return session
  }

  function expire(id: string): void {
    const session = sessions.get(id)!
    session.status = 'expired'
    tell('checkout.session.expired', session)
  }

  function pay(id: string): void {
    change(id, { status: 'complete', paymentStatus: 'paid', intentStatus: 'succeeded' })
    tell('checkout.session.completed', sessions.get(id)!)
  }

  function payLater(id: string): void {
    change(id, { status: 'complete', paymentStatus: 'unpaid', intentStatus: 'processing' })
    tell('checkout.session.completed', sessions.get(id)!)
  }

  function finishDelayed(id: string, outcome: 'succeeded' | 'failed'): void {
    const isPaid = outcome === 'succeeded'
    Object.assign(sessions.get(id)!, {
      paymentStatus: isPaid ? 'paid' : 'unpaid',
      intentStatus: isPaid ? 'succeeded' : 'requires_payment_method',
    } satisfies Partial<StandInSession>)
    tell(`checkout.session.async_payment_${outcome}`, sessions.get(id)!)
  }

  function decline(id: string): void {
    const session = find(id)!
    session.declines++
    told.add('payment_intent.payment_failed', { id: session.intentId, object: 'payment_intent' })
  }

  function change(id: string, changes: Partial<StandInSession>): void {
    const session = find(id)
    if (session?.status !== 'open') throw new Error(`the page of ${id} is ${session?.status ?? 'unknown'}`)
    Object.assign(session, changes)
  }

  function tell(kind: string, session: StandInSession): void {
    told.add(kind, asStripeShows(session))
  }

  function page(request: IncomingMessage, response: ServerResponse, id: string, body: string): void {
    const session = find(id)
    if (!session) return void response.writeHead(404).end()
    const choice =
      request.method === 'POST' && session.status === 'open' ? new URLSearchParams(body).get('choice') : null
    if (choice === 'decline') decline(id)
    if (choice === 'pay') pay(id)
    if (choice === 'later') payLater(id)
    if (choice === 'pay' || choice === 'later')
      return void response.writeHead(303, { Location: session.successUrl.replace('{CHECKOUT_SESSION_ID}', id) }).end()
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(hostedPage(session))
  }

  return {
    url,
    secretKey,
    webhookSecret: told.secret,
    requests,
    complaints: complained,
    ...back,
    account,
    /** As time has left them, oldest first. */
    sessions: () => [...sessions.keys()].map((id) => find(id)!),
    latest: () => [...sessions.values()].at(-1)!,
    alter: (id: string, changes: Partial<StandInSession>) => void Object.assign(sessions.get(id)!, changes),
    fault: faults.add,
    heal: faults.clear,
    pay,
    payLater,
    finishDelayed,
    decline,
    expire,
    /** What Stripe has told, or would have: each with its signed body and headers, oldest first. */
    notifications: told.all,
    /** A notification of any kind, signed in any way. */
    notify: told.make,
    again: told.again,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function refuse(status: number, message?: string, code?: string): Answer {
  const error = message === undefined ? errorBody(status) : { type: 'invalid_request_error', message, code }
  return { status, body: { error } }
}

function send(response: ServerResponse, { status, body }: Answer, isGarbled = false): void {
  const json = JSON.stringify(body)
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Request-Id': 'req_stand_in',
    'Content-Length': Buffer.byteLength(json),
  })
  if (!isGarbled) return void response.end(json)
  response.write(json.slice(0, json.length / 2), () => response.destroy())
}
