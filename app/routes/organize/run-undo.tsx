import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { runStep } from './run-step.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { UNDOABLE } from '#app/participants/runs/run-kinds.ts'
import { findRun } from '#app/participants/runs/run-queries.server.ts'
import { undoRun } from '#app/participants/runs/steer-run.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('run.undo.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const run = await findRun(context.services.db, { eventId: event.id, runId: params.run! })
  if (!run) throw notFound()
  const isPossible = UNDOABLE.includes(run.props.kind) && (run.state === 'done' || run.state === 'stopped')
  return { id: run.id, done: run.counts.done ?? 0, isPossible }
}

export const action = runStep(undoRun)

export default function RunUndo() {
  const { id, done, isPossible } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t } = usePage()
  return (
    <Confirm
      form={EMPTY_FORM}
      title={t('run.undo.title')}
      button={t('run.undo.button')}
      back={`/organize/${slug}/runs/${id}`}
      isBlocked={!isPossible || done === 0}
    >
      <p>{isPossible ? t('run.undo.lead', { count: done }) : t('run.undo.never')}</p>
    </Confirm>
  )
}
