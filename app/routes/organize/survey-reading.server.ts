import { requireSurvey, tracksWithin } from './survey-desk.server.ts'
import { surveyAddresses } from './survey-words.ts'
import type { RequestContext } from '#app/http/context.server.ts'
import { translator } from '#app/locales/translate.ts'
import { answerText } from '#app/participants/answer-text.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { readResults, readTexts, type Results } from '#app/surveys/results/read-results.server.ts'
import { isRead, type Tally, tallyOf, type View } from '#app/surveys/results/tally.ts'
import { isScale } from '#app/surveys/survey.ts'
import { countryName } from '#app/values/dates.ts'

/** Texts on a page of one question alone, and of each where all are shown. */
const [TEXTS_PAGE, TEXTS_FIRST] = [20, 5]

/** What may be read of a survey, and which part of it the address asks for. @throws 404 as `requireSurvey` does. */
export async function readSurvey(
  request: Request,
  context: RequestContext,
  params: { event?: string; survey?: string },
) {
  const desk = await requireSurvey(request, context, params)
  const { survey, event, scope } = desk
  const { services, language, now } = context
  const [results, within] = await Promise.all([
    readResults(services.db, { survey, language, now }),
    tracksWithin(context, { eventId: event.id, scope }),
  ])
  // Who is asked only in one track is all of that track.
  const tracks = survey.trackId === null ? within : []
  const address = new URL(request.url).searchParams
  const chosen = tracks.find(({ id }) => id === address.get('track'))?.id
  const heldOn = results.days.find((day) => day === address.get('day')) ?? results.days.at(-1) ?? ''
  const trackId = chosen ?? (scope === 'all' || survey.trackId !== null ? null : (tracks[0]?.id ?? ''))
  return { ...desk, results, tracks, view: { trackId, heldOn }, address }
}

/** The answers of a text question as they are read. */
export function textWords(context: RequestContext) {
  const t = translator(context.language)
  return {
    yes: t('register.yes'),
    no: t('register.no'),
    countryName: (code: string) => countryName(code, context.language),
  }
}

export async function resultsPage(
  request: Request,
  context: RequestContext,
  params: { event?: string; survey?: string },
) {
  const { survey, base, scope, results, tracks, view, address } = await readSurvey(request, context, params)
  const { title, kind, minimum, isAnonymous } = survey
  const only = results.questions.find(({ id }) => id === address.get('question'))
  const page = pageNumber(address.get('page'))
  const addresses = surveyAddresses(base, survey.id)
  const isShown = results.days.length > 0
  const shown = []
  if (isShown)
    for (const question of only ? [only] : results.questions) {
      const tally = tallyOf(question, results.rows, { ...view, minimum: results.minimum })
      shown.push({
        ...tally,
        texts: await textsOf(context, { surveyId: survey.id, tally, view, page: only ? page : null }),
      })
    }
  return {
    survey: { id: survey.id, title, kind, minimum },
    people: peopleOf(results, view),
    shown: isShown ? shown : null,
    course: kind === 'daily' && !only ? courseOf(results, view) : null,
    days: results.days.filter((day) => day !== ''),
    tracks,
    view,
    isOfAll: scope === 'all',
    hasNames: isAnonymous === 0,
    address: addresses.results === addresses.own ? `${addresses.own}/results` : addresses.results,
    edit: addresses.edit,
    back: base,
  }
}

export type ShownTally = NonNullable<Awaited<ReturnType<typeof resultsPage>>['shown']>[number]
export type ShownCourse = NonNullable<Awaited<ReturnType<typeof resultsPage>>['course']>

function peopleOf({ people }: Results, { trackId }: View): number {
  return trackId === null ? [...people.values()].reduce((sum, count) => sum + count, 0) : (people.get(trackId) ?? 0)
}

/** What people wrote: a page of one question, or the first few. */
async function textsOf(
  context: RequestContext,
  { surveyId, tally, view, page }: { surveyId: string; tally: Tally; view: View; page: number | null },
) {
  const { question, answered } = tally
  if (!isRead(question.kind) || answered === null || answered === 0) return null
  const all = await readTexts(context.services.db, { surveyId, questionId: question.id, view })
  const words = textWords(context)
  const size = page === null ? TEXTS_FIRST : TEXTS_PAGE
  const from = page === null ? 0 : (Math.min(page, pageCount(all.length, size)) - 1) * size
  return {
    total: all.length,
    page,
    pageCount: page === null ? 1 : pageCount(all.length, size),
    texts: all.slice(from, from + size).map((value) => answerText(question, value, words)),
  }
}

/** The mean of the first scale on each day; null on a day that may not be shown. */
function courseOf(results: Results, view: View) {
  const question = results.questions.find(isScale)
  if (!question || results.days.length < 2) return null
  const points = results.days.map((day) => {
    const { mean, answered } = tallyOf(question, results.rows, { ...view, heldOn: day, minimum: results.minimum })
    return { day, mean, answered }
  })
  return { label: question.label, points }
}
