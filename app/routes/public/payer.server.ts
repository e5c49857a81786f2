import type { RequestContext } from '#app/http/context.server.ts'
import { isPayerKey } from '#app/registrations/order-key.ts'
import { keyedOrder } from '#app/registrations/order-queries.server.ts'
import { parseCode } from '#app/values/code.ts'

/** The order in the address, for whoever has the payer's key of it; null for everybody else. */
export async function orderOfPayer(
  request: Request,
  code: string | undefined,
  { services: { db, config } }: RequestContext,
) {
  const key = new URL(request.url).searchParams.get('key') ?? ''
  const order = await keyedOrder(db, parseCode(code ?? '') ?? '')
  // An unknown code takes the same steps as a wrong key.
  const isTheirs = isPayerKey(config.secret, order ?? { id: '', keyVersion: 0 }, key)
  return order && isTheirs ? { order, key } : null
}
