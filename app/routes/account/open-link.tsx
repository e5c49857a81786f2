import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { LinkForm } from './link-form.tsx'
import { readForm } from '#app/http/form.server.ts'
import { readSignInToken, signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { openSignInLink } from '#app/people/open-sign-in-link.server.ts'
import { usableLink } from '#app/people/queries.server.ts'
import { linkOf } from '#app/people/sign-in-token.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

/** Mail scanners follow every link in a mail: opening it shows a button, and only the button uses it. */
export async function loader({ params, context: { services, now } }: LoaderFunctionArgs) {
  const linkId = linkOf(services.config.secret, params.token ?? '')
  const link = linkId === null ? undefined : await usableLink(services.db, { linkId, now })
  return data({ email: link?.email ?? null }, { status: link ? 200 : 410 })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await readForm(request)
  const { config, db } = context.services
  const linkId = linkOf(config.secret, params.token ?? '')
  if (linkId === null) return data({ isBusy: false }, { status: 410 })
  const opened = await openSignInLink(db, {
    linkId,
    userAgent: request.headers.get('User-Agent'),
    earlierToken: readSignInToken(request, config),
    now: context.now,
  })
  if (!opened.ok) {
    const isBusy = opened.refusals[0]!.code === 'busy'
    return data({ isBusy }, { status: isBusy ? 503 : 410 })
  }
  return redirect(`${context.prefix}${opened.value.returnTo}`, {
    status: 303,
    headers: { 'Set-Cookie': signInCookie(opened.value.token, config), ...PRIVATE },
  })
}

/** The token stands in the address: nobody shall learn it from a link followed or a copy kept. */
const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

export const headers = () => PRIVATE

export const meta: MetaFunction = (args) =>
  pageMeta(args, (t) => ({ title: t('account.signIn.title'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'signin' }

export default function OpenLink() {
  const { t } = usePage()
  const { email } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  if (email === null) return <Over />
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">{t('account.link.aside')}</p>
        <div className="flow">
          <h1>{t('account.link.title')}</h1>
          <p className="lead">
            {t('account.link.as')} <bdi>{email}</bdi>
          </p>
          {tried && <p className="note">{t('refusal.busy')}</p>}
          <form method="post">
            <p className="row after">
              <button className="go">{t('account.link.button')}</button>
            </p>
          </form>
          <p className="hint">{t('account.link.notYours')}</p>
        </div>
      </div>
    </main>
  )
}

/** Used, expired, replaced, forged: all the same to whoever holds it. */
function Over() {
  const { t } = usePage()
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">{t('account.link.aside')}</p>
        <div className="flow">
          <h1>{t('account.link.over')}</h1>
          <p className="lead">{t('account.link.overLead')}</p>
          <LinkForm form={EMPTY_FORM} to="" button={t('account.link.another')} />
        </div>
      </div>
    </main>
  )
}
