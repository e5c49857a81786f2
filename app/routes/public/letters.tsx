import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keyQuery, ownLetters } from './letters.server.ts'
import { LettersTable } from './letters-table.tsx'
import { askReferees } from '#app/applications/referees/ask-referees.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { readForm, refusedForm } from '#app/http/form.server.ts'
import { KEYED_PAGE, withoutReferrer } from '#app/http/private-page.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const handle = { shell: 'public' }

export const headers: HeadersFunction = () => KEYED_PAGE

export const meta: MetaFunction = (args) => pageMeta(args, (t) => ({ title: t('reference.own.title') }))

const DONE = ['asked', 'reminded', 'replaced'] as const

/** Whom an application names for letters, and whether they have come. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const own = await ownLetters(request, params['code'], context)
  if (!own) throw notFound()
  const done = new URL(request.url).searchParams.get('done')
  return data(
    {
      code: own.application.code,
      state: own.application.state,
      referees: own.referees,
      query: keyQuery(own.key),
      done: DONE.find((one) => one === done) ?? null,
    },
    { headers: KEYED_PAGE },
  )
}

/** Asks those who were not asked yet, before the application is sent. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const own = await ownLetters(request, params['code'], context)
  if (!own) throw notFound()
  const form = await readForm(request)
  const { id, code } = own.application
  const done = await askReferees(context.services.db, {
    applicationId: id,
    now: context.now,
    actor: { kind: 'visitor' },
  })
  if (!done.ok) return data({ form: refusedForm(form, done.refusals) }, { status: 503, headers: KEYED_PAGE })
  return withoutReferrer(seeOther(context, `/applications/${code}/letters${keyQuery(own.key, { done: 'asked' })}`))
}

export default function Letters() {
  const { code, state, referees, query, done } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { t, path } = usePage()
  const mayAsk = state !== 'withdrawn' && referees.some((referee) => referee.state === 'named')
  return (
    <main id="main" tabIndex={-1}>
      <div className="flow intro">
        <ErrorSummary form={form} />
        <p>
          <a href={path(`/applications/${code}${query}`)}>{t('reference.own.back')}</a>
        </p>
        <h1>{t('reference.own.title')}</h1>
        <p className="lead">{t('reference.own.lead')}</p>
        {done && (
          <Note is="ok">
            <p role="status">{t(`reference.own.done.${done}`)}</p>
          </Note>
        )}
      </div>
      {referees.length === 0 ? (
        <p>{t('reference.own.none')}</p>
      ) : (
        <LettersTable {...{ code, query, state, referees }} />
      )}
      {mayAsk && (
        <form method="post" action={path(`/applications/${code}/letters${query}`)} className="flow after">
          <p>{t('reference.own.askNowLead')}</p>
          <p>
            <button>{t('reference.own.askNow')}</button>
          </p>
        </form>
      )}
    </main>
  )
}
