import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ApplyPage, applyTitle } from './apply-page.tsx'
import { mayBegin } from './may-begin.server.ts'
import { applyView, findApply, judgement } from './apply.server.ts'
import { applicationKey } from '#app/applications/application-key.ts'
import { startApplication } from '#app/applications/applying/start-application.server.ts'
import { formSteps } from '#app/applications/form/form-steps.ts'
import { startSchema, toldLastAward } from '#app/applications/form/start-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { withoutReferrer } from '#app/http/private-page.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { newToken } from '#app/values/secret.ts'
import { emailKey } from '#app/values/text.ts'

export const handle = { shell: 'public', section: 'events' }

const PRIVATE = { 'Cache-Control': 'no-store' }

export const headers: HeadersFunction = () => PRIVATE

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: applyTitle(args.data?.view, t) }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return data({ view: await applyView(request, params, context), formKey: newToken() }, { headers: PRIVATE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { call, event, page } = await findApply(request, params, context)
  if (!call) throw notFound()
  const { services, now } = context
  const form = await readForm(request)
  const parsed = parseForm(form, startSchema)
  if (!parsed.ok)
    return data({ form: parsed.form, judged: toldAgain(call, form, now) }, { status: 422, headers: PRIVATE })
  const told = parsed.value
  const judged = judgement(call, told, now)
  if (!judged.mayGoOn) return data({ form: refusedForm(form, []), judged }, { status: 409, headers: PRIVATE })
  if (!(await mayBegin(context, told.email)))
    return data({ form: refusedForm(form, [{ code: 'apply-often' }]), judged }, { status: 429, headers: PRIVATE })
  const me = await signedIn(request, context)
  const isTheirs = me !== null && emailKey(me.email) === emailKey(told.email)
  const started = await startApplication(services.db, {
    call,
    formKey: told.formKey || newToken(),
    fullName: told.fullName,
    email: told.email,
    language: told.language,
    residence: told.residence,
    birthYear: told.birthYear ?? null,
    lastAward: toldLastAward(told),
    accountId: isTheirs ? me.accountId : null,
    actor: me ? { kind: 'account', id: me.accountId } : { kind: 'visitor' },
    now,
  })
  if (!started.ok) {
    const status = started.refusals.some(({ code }) => code === 'busy') ? 503 : 409
    return data({ form: refusedForm(form, started.refusals), judged }, { status, headers: PRIVATE })
  }
  const { applicationId, keyVersion, code, is } = started.value
  if (is === 'known') {
    const query = new URLSearchParams({ call: call.slug, mailed: '1' })
    return seeOther(context, `/events/${event.slug}/${page}?${query}`)
  }
  const key = applicationKey(services.config.secret, { id: applicationId, keyVersion })
  const first = formSteps(call)[0]
  const query = new URLSearchParams({ key })
  const next = first ? `form/${first.code}` : 'check'
  return withoutReferrer(seeOther(context, `/applications/${code}/${next}?${query}`))
}

/** What was told stays judged while the name or the address is put right. */
function toldAgain(call: Parameters<typeof judgement>[0], form: FormData, now: string) {
  const told = parseForm(form, startSchema.pick({ residence: true, birthYear: true, award: true }))
  return told.ok ? judgement(call, told.value, now) : null
}

export default function Page() {
  const { view, formKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  return <ApplyPage view={view} formKey={formKey} started={sent?.form ?? undefined} judged={sent?.judged ?? null} />
}
