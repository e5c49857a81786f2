import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { seeOther } from '#app/http/answers.ts'
import { signedIn } from '#app/http/guards.server.ts'
import { endedSignInCookie } from '#app/http/sign-in-cookie.server.ts'
import { signOut } from '#app/people/sign-out.server.ts'

/** Whoever comes by a bookmark finds the button. */
export function loader({ context }: LoaderFunctionArgs) {
  throw seeOther(context, '/me')
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { config, db } = context.services
  const found = await signedIn(request, context)
  const ended = found ? await signOut(db, { ...found, now: context.now }) : null
  if (ended?.ok === false) throw new Response(null, { status: 503 })
  return redirect(`${context.prefix}/signin`, {
    status: 303,
    headers: { 'Set-Cookie': endedSignInCookie(config), 'Cache-Control': 'no-store' },
  })
}
