import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { decisionPage } from './decision-page.server.ts'
import { DecisionFields } from './decision-fields.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { useCall } from './use-call.ts'
import { decisionSchema } from '#app/applications/decisions/decision-form.ts'
import { decide } from '#app/applications/decisions/decide.server.ts'
import { findDecision } from '#app/applications/decisions/find-decision.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('admission.desk.decision'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { db, call, options } = await decisionPage(request, context, params)
  const decision = await findDecision(db, { callId: call.id, applicationId: params['application']! })
  if (!decision) throw notFound()
  return { decision, options }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { db, call, actor, base } = await decisionPage(request, context, params)
  const applicationId = params['application']!
  if (!(await findDecision(db, { callId: call.id, applicationId }))) throw notFound()
  const form = await readForm(request)
  const parsed = parseForm(form, decisionSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { choice, package: packageId, place, ...rest } = parsed.value
  const one = { applicationId, choiceId: choice || null, packageId: packageId || null, place: place ?? null, ...rest }
  const decided = await decide(db, { callId: call.id, decisions: [one], now: context.now, actor })
  if (!decided.ok) return refused(form, decided.refusals)
  return seeOther(context, `${base}/decisions`)
}

export default function Decision() {
  const { decision, options } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { call } = useCall()
  const { t, path } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/decisions`
  const address = path(`${base}/${decision.id}`)
  if (decision.releaseId !== null)
    return (
      <>
        <PageHead form={form} title={t('admission.desk.one', { name: decision.fullName })} />
        <Note>
          <p>{t('admission.desk.releasedAlready')}</p>
        </Note>
      </>
    )
  return (
    <>
      <PageHead form={form} title={t('admission.desk.one', { name: decision.fullName })} area="admission" />
      <form method="post" action={address}>
        <DecisionFields decision={decision} options={options} form={form} />
        <p className="row after">
          <button className="go">{t('admission.desk.save')}</button>{' '}
          {decision.kind !== null && (
            <button className="plain" formAction={`${address}/undecide`} formNoValidate>
              {t('admission.desk.undecide')}
            </button>
          )}{' '}
          <a href={path(base)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
