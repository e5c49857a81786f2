import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ownAward } from './application-award.server.ts'
import { AwardGives } from './application-award-gives.tsx'
import { AwardNow } from './application-award-now.tsx'
import { ApplicationStranger } from './application-stranger.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { setVisa } from '#app/scholarships/awards/note-progress.server.ts'
import { OWN_VISA_STATES } from '#app/scholarships/awards/visa-states.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('award.own.title') }))

const NEWS = ['visa', 'sent', 'report', 'name'] as const

/** What somebody was given, how it is paid, and what they still have to tell. */
export async function loader(given: LoaderFunctionArgs) {
  const own = await ownAward(given)
  if (!own) return data({ own: null, news: null }, { status: 404, headers: KEYED_PAGE })
  const done = new URL(given.request.url).searchParams.get('done')
  return data({ own, news: NEWS.find((one) => one === done) ?? null }, { headers: KEYED_PAGE })
}

/** Where the visa stands: one button each. */
export async function action(given: ActionFunctionArgs) {
  const own = await ownAward(given)
  if (!own?.award) throw notFound()
  const form = await readForm(given.request)
  const parsed = parseForm(form, z.object({ visa: z.enum(OWN_VISA_STATES) }))
  if (!parsed.ok) return data({ form: parsed.form }, { status: 422, headers: KEYED_PAGE })
  const { services, now } = given.context
  const noting = { awardId: own.award.id, visa: parsed.value.visa, now, actor: { kind: 'visitor' as const } }
  const done = await setVisa(services.db, noting)
  if (!done.ok) return data({ form: refusedForm(form, done.refusals) }, { status: 409, headers: KEYED_PAGE })
  const query = new URLSearchParams({ ...(own.key === '' ? {} : { key: own.key }), done: 'visa' })
  return withoutReferrer(seeOther(given.context, `/applications/${own.code}/award?${query}`))
}

export default function ApplicationAward() {
  const { own, news } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  if (!own) return <ApplicationStranger />
  return (
    <main id="main" tabIndex={-1} data-series={seriesOf(own.event.mark)} className="flow">
      <ErrorSummary form={form} />
      <p>
        <a href={path(`/applications/${own.code}${own.query}`)}>{t('award.own.back')}</a>
      </p>
      <h1>{t('award.own.title')}</h1>
      <p className="lead">
        <bdi>{own.event.title}</bdi>
      </p>
      {news && (
        <Note is="ok">
          <p>{t(NEWS_WORDS[news])}</p>
        </Note>
      )}
      {own.award ? (
        <>
          <AwardGives award={own.award} />
          <AwardNow own={own} award={own.award} />
        </>
      ) : (
        <p>{t('award.own.none')}</p>
      )}
    </main>
  )
}

const NEWS_WORDS = {
  visa: 'award.own.visaSaved',
  sent: 'award.own.sent',
  report: 'award.own.reportSent',
  name: 'award.one.saved',
} as const
