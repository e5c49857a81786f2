import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { RunProgress } from './run-progress.tsx'
import { RunRows } from './run-rows.tsx'
import { RunSteps } from './run-steps.tsx'
import { RunTag } from './run-tag.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { sheetWords } from '#app/participants/round-trip/sheet-words.server.ts'
import type { RowState } from '#app/participants/runs/run-kinds.ts'
import { findRun, listRunRows } from '#app/participants/runs/run-queries.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'

/** While it is being worked on the page looks again by itself, in seconds. */
const LOOK_AGAIN = 2

const ROW_STATES: RowState[] = ['refused', 'waiting', 'done', 'undone', 'same']

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const run = await findRun(db, { eventId: event.id, runId: params.run! })
  if (!run) throw notFound()
  const address = new URL(request.url).searchParams
  const state = ROW_STATES.find((one) => one === address.get('rows')) ?? null
  const [listed, names, words] = await Promise.all([
    listRunRows(db, { runId: run.id, state, cursor: cursorOf(address) }),
    listNames(db, { eventId: event.id }, context.language),
    run.props.kind === 'import' ? sheetWords(db, event.id) : null,
  ])
  const questions = words?.questions.map(({ code, label }) => ({ code, label })) ?? []
  const isWorking =
    run.state === 'preview' ? run.reached < run.total : ['waiting', 'running', 'undoing'].includes(run.state)
  return {
    run,
    rows: listed.rows,
    steps: listed.steps,
    state,
    names: { ...names, questions },
    isWorking,
  }
}

export type RunData = ReturnType<typeof useLoaderData<typeof loader>>

export const meta: MetaFunction<typeof loader> = (args) => [
  ...deskMeta(args, (t) => t(`run.kinds.${args.data?.run.props.kind ?? 'import'}`)),
  ...(args.data?.isWorking ? [{ httpEquiv: 'refresh', content: String(LOOK_AGAIN) }] : []),
]

export default function Run() {
  const data = useLoaderData<typeof loader>()
  const { run, steps, state } = data
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const title = t(`run.kinds.${run.props.kind}`)
  const base = `/organize/${slug}/runs`
  const addressOf = (query: Record<string, string>) => path(`${base}/${run.id}?${new URLSearchParams(query)}`)
  return (
    <>
      <Crumbs trail={[{ to: base, label: t('run.title') }, { label: title }]} />
      <h1>{title}</h1>
      <p className="mute">
        {run.props.kind === 'import' && (
          <>
            <bdi>{run.props.name}</bdi> ·{' '}
          </>
        )}
        {run.props.kind === 'cancel' && run.props.reason !== '' && (
          <>
            <bdi>{run.props.reason}</bdi> ·{' '}
          </>
        )}
        <Moment at={run.createdAt} zone={zone} /> · <bdi>{run.by}</bdi> · <RunTag state={run.state} />
      </p>
      <RunProgress {...data} />
      <RunSteps {...data} />
      <RunRows {...data} rowStates={ROW_STATES} addressOf={addressOf} />
      <StepPages steps={steps} addressOf={(cursor) => addressOf({ ...(state ? { rows: state } : {}), ...cursor })} />
    </>
  )
}
