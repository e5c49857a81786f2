import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { readTicketSheet } from '#app/payments/papers/read-ticket-sheet.server.ts'
import { isOrderKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** Every ticket of an order on paper. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config, printer } = context.services
  const order = await keyedOrder(db, parseCode(params.code ?? '') ?? '')
  const key = new URL(request.url).searchParams.get('key') ?? ''
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isOrderKey(config.secret, order ?? { id: '', keyVersion: 0 }, key)
  if (!order || !isTheirs) throw notFound()
  const sheet = await readTicketSheet(db, { orderId: order.id, language: context.language })
  if (!sheet) throw notFound()
  return pdfAnswer(await printer.tickets(sheet), `tickets-${order.code}.pdf`)
}
