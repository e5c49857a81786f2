import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readForm } from '#app/http/form.server.ts'
import { readSignInToken, signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { placeName } from '#app/mail/place-name.server.ts'
import { acceptInvitation } from '#app/people/team/accept-invitation.server.ts'
import { invitationOf } from '#app/people/team/invitation-key.ts'
import { openInvitation } from '#app/people/team/team-queries.server.ts'
import { pageMeta } from '#app/ui/page-meta.ts'
import { usePage } from '#app/ui/use-page.ts'

/** Opening it shows a button, and only the button takes the role up: mail scanners follow every link. */
export async function loader({ params, context: { services, now, language } }: LoaderFunctionArgs) {
  const invitationId = invitationOf(services.config.secret, params.token ?? '')
  const invitation = invitationId === null ? undefined : await openInvitation(services.db, { invitationId, now })
  if (!invitation) return data({ invitation: null }, { status: 410 })
  const { email, role } = invitation
  return data({ invitation: { email, role, place: await placeName(services.db, invitation, language) } })
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  await readForm(request)
  const { config, db } = context.services
  const invitationId = invitationOf(config.secret, params.token ?? '')
  if (invitationId === null) return data({ isBusy: false }, { status: 410 })
  const accepted = await acceptInvitation(db, {
    invitationId,
    userAgent: request.headers.get('User-Agent'),
    earlierToken: readSignInToken(request, config),
    now: context.now,
  })
  if (!accepted.ok) {
    const isBusy = accepted.refusals[0]!.code === 'busy'
    return data({ isBusy }, { status: isBusy ? 503 : 410 })
  }
  return redirect(`${context.prefix}/me`, {
    status: 303,
    headers: { 'Set-Cookie': signInCookie(accepted.value.token, config), ...PRIVATE },
  })
}

/** The token stands in the address: nobody shall learn it from a link followed or a copy kept. */
const PRIVATE = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

export const headers = () => PRIVATE

export const meta: MetaFunction = (args) =>
  pageMeta(args, (t) => ({ title: t('team.accept.title'), more: [{ name: 'robots', content: 'noindex' }] }))

export const handle = { shell: 'public', section: 'signin' }

export default function Invitation() {
  const { t, path } = usePage()
  const { invitation } = useLoaderData<typeof loader>()
  const tried = useActionData<typeof action>()
  return (
    <main id="main" tabIndex={-1}>
      <div className="split head">
        <p className="hint">{t('team.accept.title')}</p>
        {invitation === null ? (
          <div className="flow">
            <h1>{t('team.accept.over')}</h1>
            <p className="lead">{t('team.accept.overLead')}</p>
            <p>
              <a href={path('/signin')}>{t('account.signIn.title')}</a>
            </p>
          </div>
        ) : (
          <div className="flow">
            <h1>
              <bdi>{invitation.place}</bdi>
            </h1>
            <p className="lead">
              {t('team.accept.as', {
                role: t(`account.work.roles.${invitation.role}`),
                email: invitation.email,
              })}
            </p>
            <p>{t(`team.may.${invitation.role === 'administrator' ? 'organizer' : invitation.role}`)}</p>
            {tried?.isBusy && <p className="note">{t('refusal.busy')}</p>}
            <form method="post">
              <p className="row after">
                <button className="go">{t('team.accept.button')}</button>
              </p>
            </form>
            <p className="hint">{t('team.accept.not')}</p>
          </div>
        )}
      </div>
    </main>
  )
}
