import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CohortsTable } from './cohorts-table.tsx'
import { deskMeta } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { requireCall } from './call.server.ts'
import { useCall } from './use-call.ts'
import { addCohort } from '#app/applications/selection/cohorts/add-cohort.server.ts'
import { cohortSchema } from '#app/applications/selection/cohorts/cohort-form.ts'
import { listCohorts } from '#app/applications/selection/cohorts/find-cohort.server.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('selection.cohorts.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  return { cohorts: await listCohorts(context.services.db, call.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, call, signedIn } = await requireCall(request, context, params)
  const form = await readForm(request)
  const parsed = parseForm(form, cohortSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const added = await addCohort(context.services.db, {
    call,
    name: parsed.value.name,
    from: parsed.value.from || null,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!added.ok) return refused(form, added.refusals)
  return seeOther(context, `/organize/${event.slug}/calls/${call.slug}/cohorts/${added.value}`)
}

/** The what-ifs of a call, the one that decisions are made from first. */
export default function Cohorts() {
  const { cohorts } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}/cohorts`)
  return (
    <>
      <PageHead form={form} area="selection" title={t('selection.cohorts.title')} lead={t('selection.cohorts.lead')} />
      <p className="row">
        <a href={`${base}/limits`}>{t('selection.cohorts.limits')}</a>{' '}
        {cohorts.length > 1 && <a href={`${base}/compare`}>{t('selection.cohorts.compare')}</a>}
      </p>
      {cohorts.length === 0 ? (
        <Empty title={t('selection.cohorts.none')} level="h2">
          <p>{t('selection.cohorts.noneWhy')}</p>
        </Empty>
      ) : (
        <CohortsTable cohorts={cohorts} base={base} />
      )}
      <form method="post" action={base} className="after">
        <h2>{t('selection.cohorts.add')}</h2>
        <TextField form={form} name="name" label={t('selection.fields.name')} maxLength={120} />
        {cohorts.length > 0 && (
          <SelectField
            form={form}
            name="from"
            label={t('selection.fields.from')}
            blank={t('selection.cohorts.empty')}
            options={cohorts.map(({ id, name }) => ({ value: id, label: t('selection.cohorts.copyOf', { name }) }))}
          />
        )}
        <p className="row after">
          <button className="go">{t('selection.cohorts.add')}</button>
        </p>
      </form>
    </>
  )
}
