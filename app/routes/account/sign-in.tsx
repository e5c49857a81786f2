import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DemonstrationForm } from './demonstration-form.tsx'
import { LinkForm } from './link-form.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { localPath } from '#app/people/local-path.ts'
import { readyDemonstrations } from '#app/people/queries.server.ts'
import { requestSignInLink } from '#app/people/request-sign-in-link.server.ts'
import { signInForm } from '#app/people/sign-in-form.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Note } from '#app/ui/note.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState, typedValue } from '#app/values/form-state.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { config, db } = context.services
  const to = new URL(request.url).searchParams.get('to')
  if (await signedIn(request, context)) throw seeOther(context, localPath(to))
  const demonstrations = config.mode === 'demo' ? await readyDemonstrations(db) : []
  return {
    to: to === null ? null : localPath(to),
    demonstrations: demonstrations.map(({ name }) => name),
    hasOutbox: config.mode === 'demo' && config.smtpUrl === null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const parsed = parseForm(form, signInForm)
  if (!parsed.ok) return data({ form: parsed.form, sentTo: null }, { status: 422 })
  const requested = await requestSignInLink(context.services.db, {
    email: parsed.value.email,
    language: context.language,
    returnTo: localPath(parsed.value.to),
    clientAddress: context.clientAddress,
    now: context.now,
  })
  if (!requested.ok) return refused(refusedForm(form, requested.refusals), requested.refusals[0]!.code)
  return data({ form: EMPTY_FORM, sentTo: parsed.value.email })
}

function refused(form: FormState, code: 'too-many-links' | 'busy') {
  const init =
    code === 'busy'
      ? { status: 503, headers: { 'Retry-After': '5' } }
      : { status: 429, headers: { 'Retry-After': '900' } }
  return data({ form, sentTo: null }, init)
}

export const headers = ({ actionHeaders }: { actionHeaders: Headers }) => {
  const all = new Headers(actionHeaders)
  all.set('Cache-Control', 'no-store')
  return all
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, (t) => ({ title: t('account.signIn.title'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'signin' }

export default function SignIn() {
  const { t, path } = usePage()
  const { to, demonstrations, hasOutbox } = useLoaderData<typeof loader>()
  const { form, sentTo } = useActionData<typeof action>() ?? { form: EMPTY_FORM, sentTo: null }
  if (sentTo !== null) return <Sent to={sentTo} hasOutbox={hasOutbox} />
  return (
    <main id="main" tabIndex={-1}>
      <ErrorSummary form={form} />
      <div className="split head">
        <p className="hint">{t('account.signIn.aside')}</p>
        <div className="flow">
          <h1>{t('account.signIn.title')}</h1>
          <p className="lead">{t('account.signIn.lead')}</p>
          <LinkForm form={form} to={typedValue(form, 'to') ?? to ?? ''} button={t('account.signIn.button')} />
          {demonstrations.length > 0 && (
            <>
              <hr />
              <h2>{t('account.demonstration.title')}</h2>
              <p>{t('account.demonstration.lead')}</p>
              <DemonstrationForm names={demonstrations} to={to} />
            </>
          )}
          <hr />
          <h2>{t('account.signIn.unreachable')}</h2>
          <p>{t('account.signIn.unreachableLead')}</p>
          <p>
            <a className="btn" href={path('/status')}>
              {t('account.signIn.status')}
            </a>
          </p>
        </div>
      </div>
    </main>
  )
}

/** The same for an address that we know and one that we do not. */
function Sent({ to, hasOutbox }: { to: string; hasOutbox: boolean }) {
  const { t, path } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">{t('account.signIn.title')}</p>
        <div className="flow">
          <h1>{t('account.sent.title')}</h1>
          <p className="lead">
            {t('account.sent.to')} <bdi>{to}</bdi>
          </p>
          <p>{t('account.sent.lead')}</p>
          {hasOutbox && (
            <Note>
              <p>
                {t('account.sent.demonstration')} <a href={path('/outbox')}>{t('account.sent.outbox')}</a>
              </p>
            </Note>
          )}
          <h2>{t('account.sent.nothing')}</h2>
          <ul>
            <li>{t('account.sent.wait')}</li>
            <li>
              {t('account.sent.typo')} <a href={path('/signin')}>{t('account.sent.again')}</a>
            </li>
            <li>
              {t('account.sent.without')} <a href={path('/status')}>{t('account.signIn.status')}</a>
            </li>
          </ul>
        </div>
      </div>
    </main>
  )
}
