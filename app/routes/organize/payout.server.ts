import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { readPayout } from '#app/scholarships/payouts/read-payout.server.ts'

/** A payout of the event, for who organizes it. @throws 404 for everybody else, and for that of another event. */
export async function requirePayout({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const found = await requireRight(request, context, params.event!, 'organize')
  const scope = { eventId: found.event.id }
  const payout = await readPayout(context.services.db, { payoutId: params.payout!, scope, language: context.language })
  if (!payout) throw notFound()
  return { ...found, payout, scope }
}
