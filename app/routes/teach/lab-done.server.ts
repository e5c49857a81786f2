import { seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import type { Result } from '#app/values/refusal.ts'

/** After a change that has no form to show again: on to its page, or 503 while we are busy. */
export function labDone<Value>(
  context: RequestContext,
  done: Result<Value>,
  pageOf: (value: Value) => string,
): Response {
  if (done.ok) return seeOther(context, pageOf(done.value))
  throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
}
