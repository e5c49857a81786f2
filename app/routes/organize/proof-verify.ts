import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { decideProof } from '#app/registrations/proofs/decide-proof.server.ts'

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const decided = await decideProof(context.services.db, {
    eventId: event.id,
    proofId: params.proof!,
    decision: { is: 'verified' },
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  const refused = decided.ok ? undefined : decided.refusals[0]!.code
  if (refused === 'gone') throw notFound()
  if (refused === 'busy') throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  // Whoever decided a moment before is told on the proof's own page.
  return seeOther(context, `/organize/${event.slug}/proofs${refused ? `/${params.proof!}` : ''}`)
}
