import { testServices } from '#tests/support/app.ts'
import { givenAccount } from '#tests/support/given.ts'
import { NOW } from '#tests/support/now.ts'
import { checkInvariants } from '#app/audit/check-invariants.server.ts'
import { createRun } from '#app/participants/runs/create-run.server.ts'
import type { RunProps } from '#app/participants/runs/run-kinds.ts'
import { startRun, undoRun } from '#app/participants/runs/steer-run.server.ts'
import { workOnRuns } from '#app/participants/runs/work-on-runs.server.ts'
import { ALL_REGISTRATIONS } from '#app/participants/selection/registration-filter.ts'

/** An installation with a test gateway, somebody who runs things, and the steps of a run as a person takes them. */
export async function givenRunner() {
  const test = await testServices()
  const { db, services } = test
  const { accountId } = await givenAccount(db, 'organizer@example.org')
  const actor = { kind: 'account' as const, id: accountId }
  let now = NOW
  const work = async () => {
    while ((await workOnRuns(db, services, { now })).worked);
  }
  const steer = async (step: typeof startRun, eventId: string, runId: string) =>
    await step(db, { eventId, runId, now, actor })
  return {
    ...test,
    accountId,
    actor,
    now: () => now,
    setNow(instant: string) {
      now = instant
      test.setNow(instant)
    },
    work,
    steer,
    /** Creates a run and lets the job look at it. */
    async look(eventId: string, props: RunProps, ids: string[] | 'all' = 'all') {
      const created = await createRun(db, { eventId, props, filter: ALL_REGISTRATIONS, ids, accountId, now })
      if (!created.ok) throw new Error(JSON.stringify(created.refusals))
      await work()
      return created.value.runId
    },
    /** Starts it and lets it end. */
    async finish(eventId: string, runId: string) {
      const started = await steer(startRun, eventId, runId)
      if (!started.ok) throw new Error(JSON.stringify(started.refusals))
      await work()
    },
    async undo(eventId: string, runId: string) {
      const undone = await steer(undoRun, eventId, runId)
      if (!undone.ok) throw new Error(JSON.stringify(undone.refusals))
      await work()
    },
    /** The rows as `state problem`, in their order. */
    rows: async (runId: string) =>
      (
        await db
          .selectFrom('runRows')
          .select(['state', 'problem'])
          .where('runId', '=', runId)
          .orderBy('position')
          .execute()
      ).map(({ state, problem }) => `${state} ${problem}`.trim()),
    run: async (runId: string) =>
      await db
        .selectFrom('runs')
        .select(['state', 'reached', 'total', 'done', 'refused', 'undone'])
        .where('id', '=', runId)
        .executeTakeFirstOrThrow(),
    seats: async (eventId: string) =>
      await db.selectFrom('registrations').selectAll().where('eventId', '=', eventId).orderBy('id').execute(),
    mails: async (template: string) =>
      (
        await db
          .selectFrom('messages')
          .select('recipientKey')
          .where('template', '=', template)
          .orderBy('recipientKey')
          .execute()
      ).map(({ recipientKey }) => recipientKey),
    broken: async () => (await checkInvariants(db)).filter(({ violations }) => violations > 0),
  }
}

export type Runner = Awaited<ReturnType<typeof givenRunner>>
