import type { LoaderFunctionArgs } from '@remix-run/node'
import { readAnswersOf } from './answer-reading.server.ts'
import { csvAnswer } from '#app/http/csv-answer.ts'
import { translator } from '#app/locales/translate.ts'
import { everyAnswer } from '#app/participants/answer-queries.server.ts'
import { answerText } from '#app/participants/answer-text.ts'
import { BYTE_ORDER_MARK, csvRows } from '#app/values/csv.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { askedWords } from '#app/registrations/questions/freeze-answer.ts'
import { countryName } from '#app/values/dates.ts'

/** The answers to one question as a file, for those who may read them; a formula in an answer stays text. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event, signedIn, question } = await readAnswersOf(request, params, context, { isWhole: true })
  const { services, language, now } = context
  const t = translator(language)
  const words = {
    yes: t('register.yes'),
    no: t('register.no'),
    countryName: (code: string) => countryName(code, language),
  }
  const rows = [
    [t('question.code'), t('question.person'), t('organize.question'), t('question.answer'), t('question.answeredAt')],
  ]
  for await (const some of everyAnswer(services.db, question.id)) {
    for (const { code, fullName, value, asked, answeredAt, erasedAt, fileName } of some) {
      const text = question.kind === 'file' ? (fileName ?? '') : answerText(question, value, words, asked)
      const said = erasedAt === null ? text : t('question.erasedAnswer', { day: erasedAt.slice(0, 10) })
      rows.push([code, fullName, askedWords(asked)?.label ?? question.label, said, answeredAt ?? ''])
    }
  }
  const logged = await recordDownload(services.db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: null,
    kind: 'answers.csv',
    rowCount: rows.length - 1,
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  return csvAnswer(BYTE_ORDER_MARK + csvRows(rows), {
    name: `${event.slug}-${question.label.slice(0, 60)}.csv`,
    fallback: 'answers.csv',
  })
}
