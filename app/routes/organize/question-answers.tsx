import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readAnswersOf } from './answer-reading.server.ts'
import { AnswerRows } from './answer-rows.tsx'
import { AnswerTotals } from './answer-totals.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { listAnswers } from '#app/participants/answer-queries.server.ts'
import { totalsOf } from '#app/registrations/questions/answer-totals.server.ts'
import { SMALL_NUMBER, tellable } from '#app/registrations/questions/count-answers.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf, cursorQuery } from '#app/values/cursor.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('question.answersTo'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { question, isReadable } = await readAnswersOf(request, params, context)
  const { db } = context.services
  const totals = await totalsOf(db, { questionId: question.id, kind: question.kind })
  const cursor = cursorOf(new URL(request.url).searchParams)
  const found = isReadable ? await listAnswers(db, { questionId: question.id, cursor }) : null
  // Who may not read single answers is not told small numbers either.
  const told = (count: number) => (isReadable ? count : tellable(count))
  return {
    question,
    found,
    answered: told(totals.get('') ?? 0),
    totals: [...totals].filter(([value]) => value !== '').map(([value, count]) => ({ value, count: told(count) })),
  }
}

export default function Answers() {
  const { question, found, answered, totals } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const address = path(`/organize/${slug}/questions/${question.id}/answers`)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('question.answersTitle', { question: question.label })}</h1>
          <p className="mute">
            {answered === null
              ? t('question.answeredFew', { limit: SMALL_NUMBER })
              : answered > 0 && t('question.answered', { count: answered })}{' '}
            <a href={path(`/organize/${slug}/questions`)}>{t('organize.back')}</a>
          </p>
        </div>
        {found !== null && found.total > 0 && (
          <a className="btn" href={`${address}.csv`} download>
            {t('question.download')}
          </a>
        )}
      </div>
      {found === null && (
        <Note>
          <p>
            {question.audience === 'totals'
              ? t('question.totalsOnly')
              : t('question.notForYou', { audience: t(`organize.audiences.${question.audience}`) })}
          </p>
        </Note>
      )}
      {answered === 0 ? (
        <Empty title={t('question.nobodyAnswered')} level="h2">
          <p>{t('question.nobodyAnsweredWhy')}</p>
        </Empty>
      ) : (
        <>
          {totals.length > 0 && (
            <Leaf id="totals" title={t('question.totals')} isWide>
              <AnswerTotals question={question} totals={totals} />
            </Leaf>
          )}
          {found !== null && found.total > 0 && (
            <Leaf id="answers" title={t('question.answersTo')} isWide>
              <AnswerRows question={question} rows={found.rows} />
              <StepPages
                steps={found.steps}
                addressOf={(cursor) => `${address}?${new URLSearchParams(cursorQuery(cursor))}`}
              />
            </Leaf>
          )}
        </>
      )}
    </>
  )
}
