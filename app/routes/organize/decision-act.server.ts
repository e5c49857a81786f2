import type { ActionFunctionArgs } from '@remix-run/node'
import { decisionPage } from './decision-page.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'

interface Given {
  callId: string
  applicationId: string
  now: Instant
  actor: Actor
}

/** The action of a button about one application of a call that leads back to a page of its decisions. */
export function deciding(list: string, act: (db: Services['db'], given: Given) => Promise<Result<unknown>>) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { db, call, actor, base } = await decisionPage(request, context, params)
    const done = await act(db, { callId: call.id, applicationId: params['application']!, now: context.now, actor })
    if (!done.ok && done.refusals.some(({ code }) => code === 'busy'))
      throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
    if (!done.ok && done.refusals.some(({ code }) => code === 'gone')) throw notFound()
    return seeOther(context, `${base}/${list}`)
  }
}
