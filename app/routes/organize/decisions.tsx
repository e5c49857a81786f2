import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decisionPage } from './decision-page.server.ts'
import { DecisionBulk } from './decisions-bulk.tsx'
import { DecisionsHead } from './decisions-head.tsx'
import { DecisionsTable } from './decisions-table.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { FilterSelect } from './filter-select.tsx'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { DECISION_KINDS } from '#app/applications/decisions/decision.ts'
import { bulkSchema } from '#app/applications/decisions/decision-form.ts'
import { decide } from '#app/applications/decisions/decide.server.ts'
import { countDecisions, listDecisions, waitingRelease } from '#app/applications/decisions/list-decisions.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { type Cursor, cursorOf } from '#app/values/cursor.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  const query = new URL(request.url).searchParams
  const asked = query.get('decision')
  const kind = [...DECISION_KINDS, 'none' as const].find((one) => one === asked) ?? null
  const cursor = cursorOf(query)
  const { now } = context
  const { rows, steps } = await listDecisions(db, { callId: call.id, filter: { kind, cursor }, now })
  const counts = await countDecisions(db, call.id)
  return { rows, counts, options, kind, cursor, steps, release: await waitingRelease(db, { callId: call.id, now }) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, call, actor, base } = await decisionPage(request, context, params)
  const form = await readForm(request)
  const parsed = parseForm(form, bulkSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { applications, kind, choice, package: packageId, reason } = parsed.value
  const one = {
    kind,
    ...(choice ? { choiceId: choice } : {}),
    ...(packageId ? { packageId: packageId === 'none' ? null : packageId } : {}),
    ...(reason ? { reason } : {}),
  }
  const decisions = [...new Set(applications)].map((applicationId) => ({ applicationId, ...one }))
  const decided = await decide(db, { callId: call.id, decisions, now: context.now, actor })
  if (!decided.ok) return refused(form, decided.refusals)
  return seeOther(context, `${base}/decisions${new URL(request.url).search}`)
}

export default function Decisions() {
  const { rows, counts, options, kind, cursor, steps, release } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const { t, path } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/decisions`
  const address = (to: Cursor) => path(`${base}?${new URLSearchParams({ ...(kind ? { decision: kind } : {}), ...to })}`)
  return (
    <>
      <PageHead form={form} title={t('admission.title')} lead={t('admission.desk.lead')} area="admission" />
      <DecisionsHead counts={counts} release={release} base={base} />
      <form method="get" action={path(base)} className="row after">
        <FilterSelect
          name="decision"
          label={t('admission.desk.decision')}
          values={[kind]}
          options={[...DECISION_KINDS, 'none' as const].map((value) => ({
            value,
            label: t(`admission.kind.${value}`),
          }))}
        />
        <button>{t('admission.desk.show')}</button>
      </form>
      {rows.length === 0 ? (
        <Empty title={t('admission.desk.nobody')}>
          <p>{t('admission.desk.nobodyWhy')}</p>
        </Empty>
      ) : (
        <form method="post" action={address(cursor)} className="flow after">
          <DecisionsTable rows={rows} options={options} base={base} form={form} />
          <DecisionBulk options={options} form={form} />
        </form>
      )}
      <StepPages steps={steps} addressOf={address} />
    </>
  )
}
