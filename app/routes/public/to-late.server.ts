import { seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { withoutReferrer } from '#app/http/private-page.ts'

/** Back to the choice, with the reason why not. */
export function toLate(context: RequestContext, code: string, key: string, why?: string) {
  const query = new URLSearchParams({ key, ...(why ? { why } : {}) })
  return withoutReferrer(seeOther(context, `/orders/${code}/late?${query}`))
}
