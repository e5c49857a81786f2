import type { LoaderFunctionArgs } from '@remix-run/node'
import { payingOrder } from './paying-order.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { returnedAttempt } from '#app/payments/queries.server.ts'
import { settleAttempt } from '#app/payments/attempts/settle-attempt.server.ts'

/** Where the provider's page sends people back to: asks what became of the payment, then shows the order. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, gateways } = context.services
  const order = await payingOrder(request, params['code'], context)
  const attemptId = await returnedAttempt(db, order.id, new URL(request.url).searchParams.get('session'))
  if (attemptId !== null) await settleAttempt(db, gateways, { attemptId, now: context.now })
  return withoutReferrer(seeOther(context, `${order.page}?${new URLSearchParams({ key: order.key })}`))
}
