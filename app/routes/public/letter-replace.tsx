import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keyQuery, ownLetters } from './letters.server.ts'
import { replaceReferee } from '#app/applications/referees/replace-referee.server.ts'
import { replaceSchema } from '#app/applications/referees/replace-form.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { LANGUAGES } from '#app/locales/languages.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { SelectField, TextField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reference.own.replace') }))

/** Asks somebody else for a letter. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { application, referee, key } = await oneLetter(request, params, context)
  const { fullName, language } = referee
  const shown = { code: application.code, id: referee.id, fullName, language, query: keyQuery(key) }
  return data(shown, { headers: KEYED_PAGE })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { application, referee, key } = await oneLetter(request, params, context)
  const form = await readForm(request)
  const parsed = parseForm(form, replaceSchema)
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const done = await replaceReferee(context.services.db, {
    applicationId: application.id,
    refereeId: referee.id,
    by: parsed.value,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (done.ok)
    return withoutReferrer(
      seeOther(context, `/applications/${application.code}/letters${keyQuery(key, { done: 'replaced' })}`),
    )
  const isBusy = done.refusals.some(({ code }) => code === 'busy')
  const refused = done.refusals.map((refusal) => ({ ...refusal, field: 'email' }))
  return data({ form: refusedForm(form, refused) }, { status: isBusy ? 503 : 409, headers: KEYED_PAGE })
}

async function oneLetter(
  request: Request,
  params: { code?: string | undefined; referee?: string | undefined },
  context: RequestContext,
) {
  const own = await ownLetters(request, params.code, context)
  const referee = own?.referees.find(({ id }) => id === params.referee)
  if (!own || !referee || own.application.state === 'withdrawn') throw notFound()
  return { ...own, referee }
}

export default function ReplaceLetter() {
  const { code, id, fullName, language, query } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const name = isolate(fullName)
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <h1>{t('reference.own.replaceTitle', { name })}</h1>
        <p className="lead">{t('reference.own.replaceLead', { name })}</p>
        <form
          method="post"
          action={path(`/applications/${code}/letters/${id}/replace${query}`)}
          className="flow"
          noValidate
        >
          <TextField form={form} name="fullName" label={t('reference.own.fullName')} maxLength={200} />
          <TextField form={form} name="email" type="email" label={t('reference.own.email')} maxLength={191} />
          <SelectField
            form={form}
            name="language"
            label={t('reference.own.language')}
            defaultValue={language}
            options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <p className="row">
            <button className="go">{t('reference.own.replaceButton')}</button>{' '}
            <a href={path(`/applications/${code}/letters${query}`)}>{t('reference.own.backToLetters')}</a>
          </p>
        </form>
      </div>
    </main>
  )
}
