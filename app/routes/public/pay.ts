import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { startPayment } from '#app/payments/start-payment.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'

/** The button on the order page: to the provider's page, or back with the reason why not. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { order, key } = await asked(request, params, context)
  const { services, language, prefix, now } = context
  const started = await startPayment(services.db, services.gateways, {
    orderId: order.id,
    baseUrl: services.config.baseUrl,
    secret: services.config.secret,
    language,
    prefix,
    now,
  })
  if (started.ok) return withoutReferrer(redirect(started.value.redirectUrl, 303))
  const why = new URLSearchParams({ key, payment: started.refusals[0]!.code })
  return withoutReferrer(seeOther(context, `/orders/${order.code}?${why}`))
}

/** Somebody who reloads the address of the button. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { order, key } = await asked(request, params, context)
  return withoutReferrer(seeOther(context, `/orders/${order.code}?${new URLSearchParams({ key })}`))
}

async function asked(request: Request, params: { code?: string }, context: RequestContext) {
  const { db, config } = context.services
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const order = await keyedOrder(db, params.code ?? '')
  if (!order || !isOrderKey(config.secret, order, key)) throw notFound()
  return { order, key }
}

/** The address that led here carries the order's key. */
function withoutReferrer(response: Response): Response {
  response.headers.set('Referrer-Policy', 'no-referrer')
  response.headers.set('Cache-Control', 'no-store')
  return response
}
