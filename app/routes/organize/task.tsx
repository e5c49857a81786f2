import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { TaskFields } from './task-fields.tsx'
import { saveTask } from '#app/events/tasks/save-task.server.ts'
import { taskSchema } from '#app/events/tasks/task-form.ts'
import { findTask, seenOfTask, taskOwners } from '#app/events/tasks/task-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('figures.editTask'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [task, owners] = await Promise.all([
    findTask(db, { eventId: event.id, taskId: params.task! }),
    taskOwners(db, event),
  ])
  if (!task) throw notFound()
  return { task, owners, seen: seenOfTask(task) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, taskSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveTask(context.services.db, {
    eventId: event.id,
    taskId: params.task!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) {
    if (saved.refusals.some(({ code }) => code === 'gone')) throw notFound()
    return refused(form, saved.refusals)
  }
  return seeOther(context, `/organize/${event.slug}/tasks`)
}

export default function Task() {
  const { task, owners, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('figures.editTask')} />
      <form method="post" action={path(`/organize/${slug}/tasks/${task.id}`)}>
        <Seen form={form} seen={seen} />
        <TaskFields form={form} task={task} owners={owners} />
        <p className="row after">
          <button className="go">{t('figures.saveTask')}</button>{' '}
          <a href={path(`/organize/${slug}/tasks`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
