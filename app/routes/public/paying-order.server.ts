import { notFound } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { isOrderKey, isPayerKey } from '#app/registrations/order-key.ts'
import { keyedOrder, payerOf } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** An order in the hands of somebody who may pay it: who placed it, or its payer, each with a page of their own. */
export interface PayingOrder {
  id: string
  code: string
  key: string
  /** Their page, without the key. */
  page: string
  /** Set for the payer, who is not shown who ordered. */
  payer: { email: string | null } | null
}

/** The order in the address, for whoever has its key or that of its payer. @throws 404 for everybody else. */
export async function payingOrder(
  request: Request,
  code: string | undefined,
  { services: { db, config } }: RequestContext,
): Promise<PayingOrder> {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const known = await keyedOrder(db, parseCode(code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const order = known ?? { id: '', keyVersion: 0 }
  const [isOrderer, isPayer] = [isOrderKey(config.secret, order, key), isPayerKey(config.secret, order, key)]
  if (!known || (!isOrderer && !isPayer)) throw notFound()
  const page = `/orders/${known.code}${isOrderer ? '' : '/payer'}`
  const payer = isOrderer ? null : { email: (await payerOf(db, known.id))?.email ?? null }
  return { id: known.id, code: known.code, key, page, payer }
}
