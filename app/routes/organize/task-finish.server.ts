import type { ActionFunctionArgs } from '@remix-run/node'
import { requireTeam } from './task-reading.server.ts'
import { finishTask } from '#app/events/tasks/finish-task.server.ts'
import { findTask } from '#app/events/tasks/task-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'

/** The action of saying that a task is done, or is not: for organizers, and for whoever has the task. */
export function finishing(isDone: boolean) {
  return async ({ request, params, context }: ActionFunctionArgs) => {
    const { event, signedIn, organizes } = await requireTeam(request, context, params.event!)
    const asked = { eventId: event.id, taskId: params.task! }
    const task = await findTask(context.services.db, asked)
    if (!task || (!organizes && task.ownerId !== signedIn.accountId)) throw notFound()
    const actor = { kind: 'account', id: signedIn.accountId } as const
    const finished = await finishTask(context.services.db, { ...asked, isDone, now: context.now, actor })
    const refused = finished.ok ? undefined : finished.refusals[0]!.code
    if (refused === 'gone') throw notFound()
    if (refused === 'busy') throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
    return seeOther(context, `/organize/${event.slug}/tasks`)
  }
}
