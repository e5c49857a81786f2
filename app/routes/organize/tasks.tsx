import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { TaskFields } from './task-fields.tsx'
import { requireTeam } from './task-reading.server.ts'
import { TaskList } from './task-list.tsx'
import { saveTask } from '#app/events/tasks/save-task.server.ts'
import { taskSchema } from '#app/events/tasks/task-form.ts'
import { TASKS_PAGE } from '#app/events/tasks/task-form.ts'
import { countTasks, listTasks, taskOwners } from '#app/events/tasks/task-queries.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { existingPage, pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('figures.tasks'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn, organizes } = await requireTeam(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const isDone = address.get('show') === 'done'
  const counts = await countTasks(db, event.id)
  const total = isDone ? counts.done : counts.open
  const page = existingPage(pageNumber(address.get('page')), total, TASKS_PAGE)
  const [tasks, owners] = await Promise.all([
    listTasks(db, { eventId: event.id, isDone, page }),
    organizes ? taskOwners(db, event) : [],
  ])
  return { tasks, owners, counts, total, page, isDone, accountId: signedIn.accountId }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, taskSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveTask(context.services.db, {
    eventId: event.id,
    taskId: null,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/tasks`)
}

export default function Tasks() {
  const { tasks, owners, counts, total, page, isDone, accountId } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, rights, status } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/tasks`
  const organizes = rights.includes('organize')
  return (
    <>
      <PageHead form={form} title={t('figures.tasks')} lead={t('figures.tasksLead')} />
      <Leaf id="list" title={isDone ? t('figures.tasksDone') : t('figures.tasksOpen')}>
        {tasks.length === 0 && !isDone && (
          <Empty title={t('figures.noTasks')}>
            <p>{t('figures.noTasksWhy')}</p>
          </Empty>
        )}
        <TaskList tasks={tasks} accountId={accountId} />
        <Pages
          page={page}
          pageCount={pageCount(total, TASKS_PAGE)}
          addressOf={(number) =>
            path(`${base}?${new URLSearchParams({ ...(isDone ? { show: 'done' } : {}), page: String(number) })}`)
          }
        />
        {(isDone || counts.done > 0) && (
          <p>
            <a href={path(isDone ? base : `${base}?show=done`)}>
              {isDone ? t('figures.showOpen', { count: counts.open }) : t('figures.showDone', { count: counts.done })}
            </a>
          </p>
        )}
      </Leaf>
      {organizes && (
        <Leaf id="add" title={t('figures.addTask')} isPrinted={false}>
          <form method="post" action={path(base)}>
            <TaskFields form={form} task={null} owners={owners} />
            <p className="row after">
              <button className="go">{t('figures.addTask')}</button>
            </p>
          </form>
        </Leaf>
      )}
      {organizes && status !== 'cancelled' && (
        <Leaf id="readiness" title={t('figures.readiness')} isPrinted={false}>
          <p>{t('figures.readinessLead')}</p>
          <form method="post" action={path(`${base}/readiness`)}>
            <button>{t('figures.readinessAdd')}</button>
          </form>
        </Leaf>
      )}
    </>
  )
}
