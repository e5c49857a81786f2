import { TASKS_PAGE } from './task-form.ts'
import { type Kysely, sql } from 'kysely'
import { seenOf } from '#app/values/seen.ts'
import type { Database, EventTasksTable } from '#db/schema.ts'

/** The tasks of an event as a list shows them: open ones by the day they are due, done ones by when. */
export async function listTasks(
  db: Kysely<Database>,
  { eventId, isDone, page, limit = TASKS_PAGE }: { eventId: string; isDone: boolean; page: number; limit?: number },
) {
  return await tasksOf(db, eventId)
    .where('eventTasks.doneAt', isDone ? 'is not' : 'is', null)
    .$if(isDone, (query) => query.orderBy('eventTasks.doneAt', 'desc'))
    .$if(!isDone, (query) =>
      query.orderBy(sql`case when event_tasks.due_on is null then 1 else 0 end`).orderBy('eventTasks.dueOn'),
    )
    .orderBy('eventTasks.id')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
}

export type ListedTask = Awaited<ReturnType<typeof listTasks>>[number]

/** How many tasks are open and how many are done. */
export async function countTasks(db: Kysely<Database>, eventId: string): Promise<{ open: number; done: number }> {
  const { all, done } = await db
    .selectFrom('eventTasks')
    .select((eb) => [eb.fn.countAll<number | string>().as('all'), eb.fn.count<number | string>('doneAt').as('done')])
    .where('eventId', '=', eventId)
    .executeTakeFirstOrThrow()
  return { open: Number(all) - Number(done), done: Number(done) }
}

/** One task of the event, or undefined. */
export async function findTask(db: Kysely<Database>, { eventId, taskId }: { eventId: string; taskId: string }) {
  return await tasksOf(db, eventId).where('eventTasks.id', '=', taskId).executeTakeFirst()
}

function tasksOf(db: Kysely<Database>, eventId: string) {
  return db
    .selectFrom('eventTasks')
    .leftJoin('accounts', 'accounts.id', 'eventTasks.ownerId')
    .leftJoin('people', 'people.id', 'accounts.personId')
    .select(['eventTasks.id', 'eventTasks.title', 'eventTasks.dueOn', 'eventTasks.ownerId', 'eventTasks.doneAt'])
    .select('people.fullName as ownerName')
    .where('eventTasks.eventId', '=', eventId)
}

/** Who can be given a task: everybody with work at the event, by name. */
export async function taskOwners(db: Kysely<Database>, event: { id: string; seriesId: string }) {
  return await db
    .selectFrom('accounts')
    .innerJoin('people', 'people.id', 'accounts.personId')
    .select(['accounts.id', 'people.fullName'])
    .where('accounts.isDisabled', '=', 0)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('roles')
          .select('roles.id')
          .whereRef('roles.accountId', '=', 'accounts.id')
          .where('roles.role', 'in', ['organizer', 'programme', 'front-desk'])
          .where(({ or, and, eb }) =>
            or([
              and([eb('roles.scope', '=', 'event'), eb('roles.scopeId', '=', event.id)]),
              and([eb('roles.scope', '=', 'series'), eb('roles.scopeId', '=', event.seriesId)]),
            ]),
          ),
      ),
    )
    .orderBy('people.sortKey')
    .orderBy('accounts.id')
    .limit(500)
    .execute()
}

/** What the form of a task was filled in over. */
export function seenOfTask({ title, dueOn, ownerId }: Pick<EventTasksTable, 'title' | 'dueOn' | 'ownerId'>): string {
  return seenOf([title, dueOn, ownerId])
}
