import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { payingOrder } from './paying-order.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { startPayment } from '#app/payments/attempts/start-payment.server.ts'
import { isPaymentMethod } from '#app/registrations/payment-terms.ts'

/** The button to pay, by the order's way or by another that is chosen: to the provider's page, or back to the order. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const order = await payingOrder(request, params.code, context)
  const { services, language, prefix, now } = context
  const chosen = await chosenMethod(request)
  const started = await startPayment(services.db, services.gateways, {
    orderId: order.id,
    ...(chosen ? { method: chosen } : {}),
    ...(order.payer ? { payer: order.payer } : {}),
    baseUrl: services.config.baseUrl,
    secret: services.config.secret,
    language,
    prefix,
    now,
  })
  if (started.ok && started.value.redirectUrl !== null) return withoutReferrer(redirect(started.value.redirectUrl, 303))
  const query = new URLSearchParams({ key: order.key })
  if (!started.ok) query.set('payment', started.refusals[0]!.code)
  return withoutReferrer(seeOther(context, `${order.page}?${query}`))
}

/** The button alone sends nothing. */
async function chosenMethod(request: Request) {
  if (!request.headers.has('Content-Type')) return null
  const typed = (await readForm(request)).get('method')
  return typeof typed === 'string' && isPaymentMethod(typed) ? typed : null
}

/** Somebody who reloads the address of the button. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { page, key } = await payingOrder(request, params.code, context)
  return withoutReferrer(seeOther(context, `${page}?${new URLSearchParams({ key })}`))
}
