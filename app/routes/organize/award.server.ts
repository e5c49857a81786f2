import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { readAward } from '#app/scholarships/awards/read-award.server.ts'

/** An award of the event, for who organizes it. @throws 404 for everybody else, and for an award of another event. */
export async function requireAward({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireRight(request, context, params.event!, 'organize')
  const award = await readAward(context.services.db, { eventId: found.event.id, awardId: params.award! })
  if (!award) throw notFound()
  const actor = { kind: 'account', id: found.signedIn.accountId } as const
  return { ...found, award, actor, ids: { eventId: found.event.id, awardId: award.id, now: context.now, actor } }
}
