import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ApplicationStranger } from './application-stranger.tsx'
import { keyQuery } from './letters.server.ts'
import { ownApplication } from './own-application.server.ts'
import { ownForm } from '#app/applications/applying/own-form.server.ts'
import { withdrawApplication } from '#app/applications/applying/withdraw-application.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('application.withdraw.title') }))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const found = await ownApplication(request, params['code'], context)
  if (!found) return data({ own: null }, { status: 404, headers: KEYED_PAGE })
  const { language, now, services } = context
  const { call, event, application } = await ownForm(services.db, {
    applicationId: found.application.id,
    language,
    now,
  })
  if (application.state === 'withdrawn')
    throw withoutReferrer(seeOther(context, `/applications/${application.code}${keyQuery(found.key)}`))
  return data(
    {
      own: {
        code: application.code,
        query: keyQuery(found.key),
        call: call.title,
        event: event.title,
        mark: event.mark,
      },
    },
    { headers: KEYED_PAGE },
  )
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const found = await ownApplication(request, params['code'], context)
  if (!found) throw notFound()
  const form = await readForm(request)
  const { id, code } = found.application
  const done = await withdrawApplication(context.services.db, {
    applicationId: id,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (done.ok) return withoutReferrer(seeOther(context, `/applications/${code}${keyQuery(found.key)}`))
  const isBusy = done.refusals.some((refusal) => refusal.code === 'busy')
  return data({ form: refusedForm(form, done.refusals) }, { status: isBusy ? 503 : 409, headers: KEYED_PAGE })
}

export default function Page() {
  const { own } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!own) return <ApplicationStranger />
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(own.mark)}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p className="kind">
          <bdi>{own.event}</bdi> · <bdi>{own.call}</bdi>
        </p>
        <h1>{t('application.withdraw.title')}</h1>
        <p className="lead">{t('application.withdraw.lead')}</p>
        <form method="post" action={path(`/applications/${own.code}/withdraw${own.query}`)} className="row">
          <button className="go">{t('application.withdraw.button')}</button>{' '}
          <a href={path(`/applications/${own.code}${own.query}`)}>{t('application.withdraw.stay')}</a>
        </form>
      </div>
    </main>
  )
}
