import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { removeTask } from '#app/events/tasks/remove-task.server.ts'
import { findTask } from '#app/events/tasks/task-queries.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('figures.removeTask'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const task = await findTask(context.services.db, { eventId: event.id, taskId: params.task! })
  if (!task) throw notFound()
  return { name: task.title }
}

export const action = removing('tasks', (db, removal, { task }) => removeTask(db, { ...removal, taskId: task! }))

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('figures.removeTask')}
      button={t('organize.remove')}
      lead={t('figures.removeTaskLead')}
      list="tasks"
    />
  )
}
