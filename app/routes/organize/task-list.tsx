import { useDesk } from './desk.ts'
import { DayTag } from './overview-to-do.tsx'
import type { ListedTask } from '#app/events/tasks/task-queries.server.ts'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

/** Tasks, each with its day, its owner and what can be done with it. */
export function TaskList({ tasks, accountId }: { tasks: ListedTask[]; accountId: string }) {
  return (
    <ul role="list">
      {tasks.map((task) => (
        <Row key={task.id} task={task} isMine={task.ownerId === accountId} />
      ))}
    </ul>
  )
}

function Row({ task: { id, title, dueOn, doneAt, ownerName }, isMine }: { task: ListedTask; isMine: boolean }) {
  const { slug, zone, rights } = useDesk()
  const { t, path, language, now } = usePage()
  const base = `/organize/${slug}/tasks/${id}`
  const organizes = rights.includes('organize')
  return (
    <li className="todo" id={`task-${id}`}>
      {doneAt === null ? (
        <DayTag day={dueOn} today={wallClock(now, zone).day} />
      ) : (
        <Tag is="ok">{formatDay(wallClock(doneAt, zone).day, language, { year: false })}</Tag>
      )}
      <span>
        <b>
          <bdi>{title}</bdi>
        </b>
        <br />
        <small>{ownerName ? <bdi>{ownerName}</bdi> : t('figures.nobodysTask')}</small>
        <span className="row noprint">
          {(organizes || isMine) && (
            <form method="post" action={path(`${base}/${doneAt === null ? 'done' : 'open'}`)}>
              <button
                className="plain"
                aria-label={`${doneAt === null ? t('figures.markDone') : t('figures.markOpen')}: ${title}`}
              >
                {doneAt === null ? t('figures.markDone') : t('figures.markOpen')}
              </button>
            </form>
          )}{' '}
          {organizes && (
            <>
              <a href={path(base)} aria-label={`${t('figures.editTask')}: ${title}`}>
                {t('figures.edit')}
              </a>{' '}
              <a href={path(`${base}/remove`)} aria-label={`${t('figures.removeTask')}: ${title}`}>
                {t('organize.remove')}
              </a>
            </>
          )}
        </span>
      </span>
    </li>
  )
}
