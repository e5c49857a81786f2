import type { ActionFunctionArgs } from '@remix-run/node'
import { requireTaughtSession } from './taught-session.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { moveMaterial } from '#app/programme/sessions/move-material.server.ts'

/** The action of a button that puts a material one place up or down. */
export function movingMaterial(by: -1 | 1) {
  return async (args: ActionFunctionArgs) => {
    const { event, change } = await requireTaughtSession(args)
    await readForm(args.request)
    const moved = await moveMaterial(args.context.services.db, { ...change, materialId: args.params.material!, by })
    if (!moved.ok) {
      if (moved.refusals.some(({ code }) => code === 'gone')) throw notFound()
      throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
    }
    return seeOther(args.context, `/teach/${event.slug}/sessions/${change.sessionId}/materials`)
  }
}
