import { redirect } from '@remix-run/node'
import { seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { describeFault } from '#app/http/error-log.server.ts'
import { startPayment } from '#app/payments/attempts/start-payment.server.ts'
import { orderKey } from '#app/registrations/order-key.ts'
import { isPaymentMethod } from '#app/registrations/payment-terms.ts'
import type { PlacedOrder, PlaceOrder } from '#app/registrations/placing.ts'
import { orderPlacedBefore } from '#app/waiting-list/open-offer.server.ts'

/** To the payment page when there is one, else to the order. What goes wrong there, the order page says. */
export async function afterPlacing(
  placed: PlacedOrder,
  order: Pick<PlaceOrder, 'paymentMethod'>,
  context: RequestContext,
): Promise<Response> {
  const { services, language, prefix, now } = context
  const key = orderKey(services.config.secret, { id: placed.orderId, keyVersion: placed.keyVersion })
  const query = new URLSearchParams({ key })
  if (placed.due && placed.state !== 'ended') {
    const method = order.paymentMethod ?? ''
    try {
      const { db, gateways, config } = services
      const { baseUrl, secret } = config
      const chosen = isPaymentMethod(method) ? { method } : {}
      const input = { orderId: placed.orderId, ...chosen, baseUrl, secret, language, prefix, now }
      const started = await startPayment(db, gateways, input)
      if (started.ok && started.value.redirectUrl !== null) return redirect(started.value.redirectUrl, 303)
      if (!started.ok && started.refusals[0]?.code !== 'nothing-due') query.set('payment', started.refusals[0]!.code)
    } catch (error) {
      noteFault(error, context)
      query.set('payment', 'payment-unavailable')
    }
  }
  return seeOther(context, `/orders/${placed.code}?${query}`)
}

/** To the order that this form placed with the offer when it was sent before. */
export async function placedBefore(
  context: RequestContext,
  { offerId, formKey }: { offerId: string | null; formKey: string | undefined },
): Promise<Response | null> {
  if (offerId === null || formKey === undefined) return null
  const order = await orderPlacedBefore(context.services.db, { offerId, formKey })
  const key = order && orderKey(context.services.config.secret, order)
  return order && key ? seeOther(context, `/orders/${order.code}?${new URLSearchParams({ key })}`) : null
}

/** What nobody expected while somebody registered: they are told that it can be tried again. */
export function noteFault(error: unknown, { services, requestId }: RequestContext): void {
  services.log.error({ requestId, path: '/register', fault: describeFault(error) }, 'internal fault')
}
