import type { ActionFunctionArgs } from '@remix-run/node'
import { seeOther } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { decideSubstitution } from '#app/registrations/changes/decide-substitution.server.ts'

/** Agrees or refuses, then shows what still waits. */
export async function decide({ request, params, context }: ActionFunctionArgs, isAgreed: boolean) {
  const { event, signedIn } = await requireOrganizer(request, context, params['event']!)
  const decided = await decideSubstitution(context.services.db, {
    eventId: event.id,
    changeId: params['change']!,
    isAgreed,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  const why = decided.ok ? null : decided.refusals[0]!.code
  if (why === 'busy') throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const query = why === null ? `done=${isAgreed ? 'agreed' : 'refused'}` : `why=${why}`
  return seeOther(context, `/organize/${event.slug}/substitutions?${query}`)
}
