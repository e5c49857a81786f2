import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireCall } from './call.server.ts'
import { applicationPlace } from '#app/applications/desk/one-application.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'

/** The application of an address, for who organizes its call. @throws 404 for everybody else, and for another call's. */
export async function askedApplicationOf({ request, params, context }: LoaderFunctionArgs) {
  const found = await requireCall(request, context, params)
  const { event, call, signedIn } = found
  const asked = { callId: call.id, applicationId: params['application'] ?? '' }
  const place = await applicationPlace(context.services.db, asked)
  if (!place) throw notFound()
  const page = `/organize/${event.slug}/calls/${call.slug}/applications/${place.id}`
  return {
    ...found,
    place,
    actor: { kind: 'account', id: signedIn.accountId } as const,
    /** Back to the page of the application, which says what was done. */
    back: (done: string) => seeOther(context, `${page}?done=${done}`),
  }
}
