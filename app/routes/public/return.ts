import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import { returnedAttempt } from '#app/payments/queries.server.ts'
import { settleAttempt } from '#app/payments/settle-attempt.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'

/** Where the provider's page sends people back to: asks what became of the payment, then shows the order. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config, gateways } = context.services
  const query = new URL(request.url).searchParams
  const key = query.get('key') ?? ''
  const order = await keyedOrder(db, params['code'] ?? '')
  if (!order || !isOrderKey(config.secret, order, key)) throw notFound()
  const attemptId = await returnedAttempt(db, order.id, query.get('session'))
  if (attemptId !== null) await settleAttempt(db, gateways, { attemptId, now: context.now })
  const answer = seeOther(context, `/orders/${order.code}?${new URLSearchParams({ key })}`)
  answer.headers.set('Referrer-Policy', 'no-referrer')
  answer.headers.set('Cache-Control', 'no-store')
  return answer
}
