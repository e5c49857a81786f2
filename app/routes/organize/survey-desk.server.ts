import type { RequestContext } from '#app/http/context.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireInstructor, requireOrganizer } from '#app/http/guards.server.ts'
import { listTracks } from '#app/events/editing-queries.server.ts'
import { findSurvey, mayWrite, type SurveyScope } from '#app/surveys/find-survey.server.ts'

/**
 * Whose desk surveys are written and read at: the organizers' (`/organize/…`), or that of who teaches some tracks
 * (`/teach/…`); both have the same pages. @throws 404 for everybody else.
 */
export async function requireSurveyDesk(request: Request, context: RequestContext, slug: string) {
  const isTaught = new URL(request.url).pathname.startsWith('/teach/')
  const { event, signedIn, scope } = isTaught
    ? await instructorOf(request, context, slug)
    : { ...(await requireOrganizer(request, context, slug)), scope: 'all' as SurveyScope }
  const base = `/${isTaught ? 'teach' : 'organize'}/${event.slug}/surveys`
  return {
    event,
    base,
    scope,
    accountId: signedIn.accountId,
    actor: { kind: 'account', id: signedIn.accountId } as const,
  }
}

async function instructorOf(request: Request, context: RequestContext, slug: string) {
  const { event, signedIn, trackIds } = await requireInstructor(request, context, slug)
  const scope: SurveyScope = trackIds
  return { event, signedIn, scope }
}

/** The survey in the address, and whether the reader may write it. @throws 404 when it is none they may know of. */
export async function requireSurvey(
  request: Request,
  context: RequestContext,
  params: { event?: string; survey?: string },
  { isWritten = false }: { isWritten?: boolean } = {},
) {
  const desk = await requireSurveyDesk(request, context, params.event!)
  const { language, services } = context
  const survey = await findSurvey(services.db, {
    eventId: desk.event.id,
    scope: desk.scope,
    language,
    surveyId: params.survey!,
  })
  if (!survey) throw notFound()
  const isWritable = mayWrite(desk.scope, survey)
  if (isWritten && !isWritable) throw notFound()
  return { ...desk, survey, isWritable }
}

/** The tracks that somebody may write for or read the answers of. */
export async function tracksWithin(
  { services: { db }, language }: RequestContext,
  { eventId, scope }: { eventId: string; scope: SurveyScope },
) {
  const tracks = await listTracks(db, eventId, language)
  return tracks
    .filter(({ id }) => scope === 'all' || scope.includes(id))
    .map(({ id, code, title }) => ({ id, code, title }))
}
