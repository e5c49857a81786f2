import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'
import { readSignInToken, signInCookie } from '#app/http/sign-in-cookie.server.ts'
import { localPath } from '#app/people/local-path.ts'
import { signInAsDemonstration } from '#app/people/sign-in-as-demonstration.server.ts'

export function loader() {
  throw notFound()
}

/** One click, and only where everything is invented. */
export async function action({ request, context }: ActionFunctionArgs) {
  const { config, db } = context.services
  if (config.mode !== 'demo') throw notFound()
  const form = await readForm(request)
  const begun = await signInAsDemonstration(db, {
    name: textOf(form.get('as')),
    userAgent: request.headers.get('User-Agent'),
    earlierToken: readSignInToken(request, config),
    now: context.now,
  })
  if (!begun.ok) throw begun.refusals[0]!.code === 'busy' ? new Response(null, { status: 503 }) : notFound()
  const address = form.has('to') ? localPath(textOf(form.get('to'))) : begun.value.start
  return redirect(`${context.prefix}${address}`, {
    status: 303,
    headers: { 'Set-Cookie': signInCookie(begun.value.token, config), 'Cache-Control': 'no-store' },
  })
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value : ''
}
