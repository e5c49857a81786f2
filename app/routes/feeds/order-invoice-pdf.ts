import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { pdfAnswer } from '#app/http/pdf-answer.ts'
import { paperSheet } from '#app/payments/papers/paper-sheet.ts'
import { issuedPaper, proForma } from '#app/payments/papers/queries.server.ts'
import { isOrderKey, isPayerKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** The paper of that `number`, else the order's latest invoice, else a pro-forma of what is still due. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, config, printer } = context.services
  const query = new URL(request.url).searchParams
  const key = query.get('key') ?? ''
  const order = await keyedOrder(db, parseCode(params.code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const asked = order ?? { id: '', keyVersion: 0 }
  const isTheirs = [isOrderKey(config.secret, asked, key), isPayerKey(config.secret, asked, key)].includes(true)
  if (!order || !isTheirs) throw notFound()
  const number = query.get('number')
  const issued = await issuedPaper(db, { orderId: order.id, number })
  const paper = issued ?? (number === null ? await proForma(db, { orderId: order.id, now: context.now }) : null)
  if (!paper) throw notFound()
  return pdfAnswer(await printer.paper(paperSheet(paper)), `${paper.number ?? `pro-forma-${order.code}`}.pdf`)
}
