import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { answerText } from '#app/participants/answer-text.ts'
import { cateringTotals } from '#app/participants/lists/catering-totals.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { countryName, formatColumnDay } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('list.catering.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params['event']!, 'people')
  const { days, people, questions } = await cateringTotals(context.services.db, {
    eventId: event.id,
    language: context.language,
  })
  return {
    days,
    people,
    questions: questions.map(({ question: { id, kind, label, options }, answers }) => ({
      id,
      kind,
      label,
      options,
      answers,
    })),
  }
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>

/** What a kitchen must know, and nobody's name. */
export default function Catering() {
  const shown = useLoaderData<typeof loader>()
  const { days, people, questions } = shown
  const { slug, rights } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('list.catering.title')}</h1>
          <p className="mute">{t('list.catering.lead')}</p>
          <p>
            {t('list.catering.attending', { count: people.total })}. {days.length > 0 && t('list.catering.perDay')}
          </p>
        </div>
        <p>
          <a className="btn" href={path(`/organize/${slug}/catering.csv`)} download>
            {t('list.catering.download')}
          </a>
        </p>
      </div>
      {questions.length === 0 && (
        <Empty title={t('list.catering.none')} level="h2">
          <p>
            {t('list.catering.noneWhy')}{' '}
            {rights.includes('organize') && (
              <a href={path(`/organize/${slug}/questions`)}>{t('list.catering.questions')}</a>
            )}
          </p>
        </Empty>
      )}
      {questions.map((question) => (
        <Leaf key={question.id} id={question.id} title={<bdi>{question.label}</bdi>} isWide>
          <Answers question={question} days={days} people={people} />
        </Leaf>
      ))}
    </>
  )
}

function Answers({
  question,
  days,
  people,
}: Pick<Shown, 'days' | 'people'> & { question: Shown['questions'][number] }) {
  const { t, language } = usePage()
  const words = { yes: t('teach.yes'), no: t('teach.no'), countryName: (code: string) => countryName(code, language) }
  const rows = question.answers.map(({ value, total, byDay }) => ({
    label: value === '' ? t('list.catering.answered') : answerText(question, value, words),
    total,
    byDay,
  }))
  return (
    <ScrollTable labelledBy={question.id}>
      <thead>
        <tr>
          <th scope="col">{t('list.catering.answer')}</th>
          <th scope="col" className="num">
            {t('list.catering.people')}
          </th>
          {days.map((day) => (
            <th key={day} scope="col" className="num">
              <time dateTime={day}>{formatColumnDay(day, language)}</time>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, total, byDay }, at) => (
          <tr key={at}>
            <th scope="row">
              <bdi>{label}</bdi>
            </th>
            <td className="num">{total}</td>
            {byDay.map((count, day) => (
              <td key={days[day]} className="num">
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('list.catering.everybody')}</th>
          <td className="num">{people.total}</td>
          {people.byDay.map((count, day) => (
            <td key={days[day]} className="num">
              {count}
            </td>
          ))}
        </tr>
      </tfoot>
    </ScrollTable>
  )
}
