import type { ActionFunctionArgs } from '@remix-run/node'
import { notFound, seeOther } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import type { startRun } from '#app/participants/runs/steer-run.server.ts'

/** The action of a button that steers a run. Whoever comes too late is shown how it stands. */
export function runStep(step: typeof startRun) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn } = await requireOrganizer(request, context, params.event!)
    const steered = await step(context.services.db, {
      eventId: event.id,
      runId: params.run!,
      now: context.now,
      actor: { kind: 'account', id: signedIn.accountId },
    })
    const code = steered.ok ? undefined : steered.refusals[0]!.code
    if (code === 'gone') throw notFound()
    if (code === 'busy') throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
    return seeOther(context, `/organize/${event.slug}/runs/${params.run!}`)
  }
}
