import type { LoaderFunctionArgs } from '@remix-run/node'
import { readSurvey, textWords } from './survey-reading.server.ts'
import { notFound } from '#app/http/answers.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { answerText } from '#app/participants/answer-text.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { readNamedAnswers, readTexts } from '#app/surveys/results/read-results.server.ts'
import { resultRows } from '#app/surveys/results/results-csv.ts'
import { isRead, tallyOf } from '#app/surveys/results/tally.ts'

type Read = Awaited<ReturnType<typeof readSurvey>>

/** The results as a file: with names a row each person; of an anonymous survey only what the page shows as well. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const read = await readSurvey(request, context, params)
  const { survey, event, accountId, results, view } = read
  if (results.days.length === 0) throw notFound()
  const rows = await (survey.isAnonymous === 1 ? numbersOf(read, context) : peopleOf(read, context))
  const logged = await recordDownload(context.services.db, {
    accountId,
    eventId: event.id,
    trackId: view.trackId === '' ? null : view.trackId,
    kind: 'survey.csv',
    rowCount: rows.length - 1,
    now: context.now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return csvAnswer(BYTE_ORDER_MARK + csvRows(rows), {
    name: `${event.slug}-${survey.title.slice(0, 60)}.csv`,
    fallback: 'survey.csv',
  })
}

type Context = LoaderFunctionArgs['context']

async function numbersOf({ survey, results, view }: Read, context: Context): Promise<string[][]> {
  const t = translator(context.language)
  const words = textWords(context)
  const shown = []
  for (const heldOn of results.days)
    for (const question of results.questions) {
      const meant = { ...view, heldOn }
      const tally = tallyOf(question, results.rows, { ...meant, minimum: results.minimum })
      const isListed = isRead(question.kind) && tally.answered !== null && tally.answered > 0
      const wanted = { surveyId: survey.id, questionId: question.id, view: meant }
      const texts = isListed ? await readTexts(context.services.db, wanted) : []
      shown.push({ heldOn, tally, texts: texts.map((value) => answerText(question, value, words)) })
    }
  return resultRows(shown, {
    head: [t('survey.result.day'), t('survey.result.question'), t('survey.result.option'), t('survey.result.count')],
    tooFew: t('survey.result.tooFew', { minimum: survey.minimum }),
    labelOf: (question, value) => answerText(question, value, words),
  })
}

async function peopleOf({ survey, scope, results }: Read, context: Context): Promise<string[][]> {
  const t = translator(context.language)
  const words = textWords(context)
  const people = await readNamedAnswers(context.services.db, { surveyId: survey.id, trackIds: scope })
  return [
    [
      t('survey.result.person'),
      t('organize.track'),
      t('survey.result.day'),
      ...results.questions.map(({ label }) => label),
    ],
    ...people.map(({ fullName, track, heldOn, answers }) => [
      fullName,
      track ?? '',
      heldOn,
      ...results.questions.map((question) => answerText(question, answers.get(question.id), words)),
    ]),
  ]
}
