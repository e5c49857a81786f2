import type { ActionFunctionArgs } from '@remix-run/node'
import { requireTaught } from './certificate.server.ts'
import { signOff } from '#app/certificates/sign-off.server.ts'
import { NOT_NOW, seeOther } from '#app/http/answers.ts'
import { readForm } from '#app/http/form.server.ts'

/** Signs one person off, or takes that back, by the last part of the address. */
export async function action(given: ActionFunctionArgs) {
  const { ids, accountId, base } = await requireTaught(given)
  await readForm(given.request)
  const { registrationId, ...event } = ids
  const isOn = new URL(given.request.url).pathname.endsWith('/sign-off')
  const done = await signOff(given.context.services.db, {
    ...event,
    registrationIds: [registrationId],
    isOn,
    accountId,
  })
  if (!done.ok) throw new Response(null, { status: 503, headers: NOT_NOW })
  return seeOther(given.context, `${base}/${registrationId}`)
}
