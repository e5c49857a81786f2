import type { ActionFunctionArgs } from '@remix-run/node'
import { decisionPage } from './decision-page.server.ts'
import { refused } from './failed.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import type { Services } from '#app/services.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Result } from '#app/values/refusal.ts'

interface Given {
  callId: string
  now: Instant
  actor: Actor
}

/** The action of a page that asks once more before something happens in a whole call, and leads to a page of it. */
export function confirming(
  next: string,
  act: (
    db: Services['db'],
    given: Given,
    form: FormData,
    params: ActionFunctionArgs['params'],
  ) => Promise<Result<unknown>>,
) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { db, call, actor, base } = await decisionPage(request, context, params)
    const form = await readForm(request)
    const done = await act(db, { callId: call.id, now: context.now, actor }, form, params)
    if (!done.ok) return refused(form, done.refusals)
    return seeOther(context, `${base}/${next}`)
  }
}

/** A text of a form, not longer than its column. */
export function textOf(form: FormData, name: string, maximum = 500): string {
  const typed = form.get(name)
  return typeof typed === 'string' ? typed.trim().slice(0, maximum) : ''
}
