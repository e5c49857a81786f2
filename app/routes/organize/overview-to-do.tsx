import type { ReactNode } from 'react'
import { useDesk } from './desk.ts'
import type { ListedTask } from '#app/events/tasks/task-queries.server.ts'
import { type ToDo, weightOf } from '#app/participants/figures/to-do.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay } from '#app/values/dates.ts'
import { wallClock } from '#app/values/moment.ts'

/** What waits for somebody: what Plenary sees by itself, and the team's own tasks, by the day. */
export function OverviewToDo({ items, tasks }: { items: ToDo[]; tasks: ListedTask[] }) {
  const { slug, zone, rights } = useDesk()
  const { t, path, now } = usePage()
  const today = wallClock(now, zone).day
  const rows = [
    ...items.map((item) => ({ day: item.day, row: <Found key={item.code} item={item} today={today} /> })),
    ...tasks.map((task) => ({ day: task.dueOn ?? '9999', row: <Own key={task.id} task={task} today={today} /> })),
  ].toSorted((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0))
  return (
    <Leaf id="to-do" title={t('figures.toDo')} isPrinted={false}>
      {rows.length === 0 && <p className="mute">{t('figures.nothingToDo')}</p>}
      <ul role="list">{rows.map(({ row }) => row)}</ul>
      <p className="row">
        <a href={path(`/organize/${slug}/tasks`)}>{t('figures.allTasks')}</a>
        {rights.includes('organize') && <a href={path(`/organize/${slug}/tasks#add`)}>{t('figures.addTask')}</a>}
      </p>
    </Leaf>
  )
}

function Found({ item, today }: { item: ToDo; today: string }) {
  const { t, path } = usePage()
  const { code, count, day, to } = item
  return (
    <ToDoRow day={day} today={today}>
      <span>
        <b>{t(`figures.toDos.${code}`, { count })}</b>
        <br />
        <small>{t(`figures.toDoWhy.${code}`)}</small>
      </span>
      <a href={path(to)} aria-label={`${t(`figures.toDoLinks.${code}`)}: ${t(`figures.toDos.${code}`, { count })}`}>
        {t(`figures.toDoLinks.${code}`)}
      </a>
    </ToDoRow>
  )
}

function Own({ task: { id, title, dueOn, ownerName }, today }: { task: ListedTask; today: string }) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <ToDoRow day={dueOn} today={today}>
      <span>
        <b>
          <bdi>{title}</bdi>
        </b>
        <br />
        <small>{ownerName ? <bdi>{ownerName}</bdi> : t('figures.nobodysTask')}</small>
      </span>
      <a href={path(`/organize/${slug}/tasks#task-${id}`)} aria-label={`${t('figures.openTask')}: ${title}`}>
        {t('figures.openTask')}
      </a>
    </ToDoRow>
  )
}

function ToDoRow({ day, today, children }: { day: string | null; today: string; children: ReactNode }) {
  return (
    <li className="todo">
      <DayTag day={day} today={today} />
      {children}
    </li>
  )
}

/** By when something is to be done, as shape, colour and word. */
export function DayTag({ day, today }: { day: string | null; today: string }) {
  const { t, language } = usePage()
  if (day === null) return <Tag>{t('figures.someDay')}</Tag>
  const weight = weightOf(day, today) ?? undefined
  const date = formatDay(day, language, { year: day.slice(0, 4) !== today.slice(0, 4) })
  return <Tag is={weight}>{day === today ? t('figures.today') : date}</Tag>
}
