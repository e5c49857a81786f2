import type { Kysely } from 'kysely'
import { answerText } from '../answer-text.ts'
import { cateringTotals, type CateringCount } from './catering-totals.server.ts'
import type { ListView } from './list-view.ts'
import type { Language } from '#app/locales/languages.ts'
import { translator } from '#app/locales/translate.ts'
import { countryName, formatShortDay } from '#app/values/dates.ts'
import type { Database } from '#db/schema.ts'

/** The totals for a kitchen as a list: a row is an answer and how often it was given. */
export async function cateringView(
  db: Kysely<Database>,
  { eventId, language }: { eventId: string; language: string },
): Promise<ListView> {
  const { days, people, questions } = await cateringTotals(db, { eventId, language })
  const t = translator(language as Language)
  const words = { yes: t('teach.yes'), no: t('teach.no'), countryName: (code: string) => countryName(code, language) }
  const row = (question: string, answer: string, { total, byDay }: CateringCount) => [question, answer, total, ...byDay]
  const rows = [
    row(t('list.catering.everybody'), '', people),
    ...questions.flatMap(({ question, answers }) =>
      answers.map(({ value, ...count }) =>
        row(question.label, value === '' ? t('list.catering.answered') : answerText(question, value, words), count),
      ),
    ),
  ]
  return {
    columns: [
      { key: 'question', label: t('list.catering.question'), kind: 'text' },
      { key: 'answer', label: t('list.catering.answer'), kind: 'text' },
      { key: 'people', label: t('list.catering.people'), kind: 'number' },
      ...days.map((day) => ({ key: `day:${day}`, label: formatShortDay(day, language), kind: 'number' as const })),
    ],
    async ids() {
      return rows.map((_, at) => String(at))
    },
    async rows(ids) {
      return ids.map((id) => rows[Number(id)] ?? null)
    },
  }
}
