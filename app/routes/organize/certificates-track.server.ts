import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { certificateFacts, trackTitle } from '#app/certificates/event-facts.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireRight } from '#app/http/guards.server.ts'

/** The track in the query, '' for all of them, and what certificates of its event say. @throws 404 for one of another event. */
export async function requireCertificateTrack({ request, params, context }: LoaderFunctionArgs | ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const facts = await certificateFacts(context.services.db, event.id)
  const trackId = new URL(request.url).searchParams.get('track') ?? ''
  if (trackId !== '' && !facts.tracks.some(({ id }) => id === trackId)) throw notFound()
  return {
    event,
    facts,
    trackId,
    title: trackId === '' ? null : trackTitle(facts, trackId, context.language),
    actor: { kind: 'account', id: signedIn.accountId } as const,
  }
}
