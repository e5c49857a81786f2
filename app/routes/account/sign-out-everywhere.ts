import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { seeOther } from '#app/http/answers.ts'
import { requireSignedIn } from '#app/http/guards.server.ts'
import { endedSignInCookie } from '#app/http/sign-in-cookie.server.ts'
import { signOutEverywhere } from '#app/people/sign-out-everywhere.server.ts'

export function loader({ context }: LoaderFunctionArgs) {
  throw seeOther(context, '/me')
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { config, db } = context.services
  const { accountId } = await requireSignedIn(request, context)
  const ended = await signOutEverywhere(db, {
    accountId,
    actor: { kind: 'account', id: accountId },
    now: context.now,
  })
  if (!ended.ok) throw new Response(null, { status: 503 })
  return redirect(`${context.prefix}/signin`, {
    status: 303,
    headers: { 'Set-Cookie': endedSignInCookie(config), 'Cache-Control': 'no-store' },
  })
}
