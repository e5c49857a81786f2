import { feedLoader } from '#app/http/feed-loader.server.ts'
import { siteOf } from '#app/http/feed-answer.server.ts'
import { programmeView } from '#app/programme/programme-queries.server.ts'
import { programmeText } from '#app/programme/programme-text.ts'
import { sessionsOfTrack } from '#app/programme/programme-view.ts'

/** The public programme, or one of its tracks with what is for everybody, as plain text. */
export const loader = feedLoader(async ({ request, params, context }) => {
  const { language, baseUrl, prefix } = siteOf(context)
  const programme = await programmeView(context.services.db, params.event ?? '', language)
  const track = new URL(request.url).searchParams.get('track')
  if (!programme || (track !== null && !programme.tracks.some(({ code }) => code === track))) return null
  const url = `${baseUrl}${prefix}/events/${programme.slug}/programme`
  return {
    body: programmeText(programme, sessionsOfTrack(programme.sessions, track), { track, language, url }),
    type: 'text/plain; charset=utf-8',
    updatedAt: null,
    language,
  }
})
