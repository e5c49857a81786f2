import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { QuestionsTable } from './questions-table.tsx'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listNames } from '#app/participants/queries.server.ts'
import { listQuestions } from '#app/registrations/questions/list-questions.server.ts'
import { STAGES } from '#app/registrations/questions/question.ts'
import { listStages } from '#app/registrations/questions/save-stages.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { formatMoment } from '#app/values/dates.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.questions'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [questions, stages, names] = await Promise.all([
    listQuestions(db, event.id, context.language),
    listStages(db, event.id),
    listNames(db, { eventId: event.id }, context.language),
  ])
  return { questions, stages, names }
}

export default function Questions() {
  const { questions, stages, names } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path, language } = usePage()
  const asked = questions.filter(({ isRetired }) => isRetired === 0)
  const retired = questions.filter(({ isRetired }) => isRetired === 1)
  const datesOf = (wanted: (typeof STAGES)[number]) => {
    const dates = stages.find(({ stage }) => stage === wanted)
    if (!dates) return t(wanted === 'registering' ? 'question.noDatesRegistering' : 'question.noDates')
    const moment = (at: string) => ({ when: formatMoment(at, zone, language) })
    return [
      dates.opensAt && t('question.opensFrom', moment(dates.opensAt)),
      dates.remindAt && t('question.remindsAt', moment(dates.remindAt)),
      dates.deadlineAt && t('question.closesAt', moment(dates.deadlineAt)),
    ]
      .filter(Boolean)
      .join(' · ')
  }
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('organize.questions')}</h1>
          <p className="mute">{t('organize.questionsLead')}</p>
        </div>
        <p className="row">
          <a className="btn" href={path(`/organize/${slug}/questions/stages`)}>
            {t('question.setStages')}
          </a>
          <a className="btn go" href={path(`/organize/${slug}/questions/new`)}>
            {t('organize.addQuestion')}
          </a>
        </p>
      </div>
      {questions.length === 0 ? (
        <Empty title={t('organize.noQuestions')}>
          <p>{t('organize.noQuestionsWhy')}</p>
        </Empty>
      ) : (
        STAGES.map((stage) => {
          const own = asked.filter((question) => question.stage === stage)
          return (
            <Leaf key={stage} id={stage} title={t(`question.stages.${stage}`)} isWide>
              <p className="mute">{datesOf(stage)}</p>
              {own.length === 0 ? (
                <p>{t('question.noQuestionsOf')}</p>
              ) : (
                <QuestionsTable label={t(`question.stages.${stage}`)} questions={own} all={asked} names={names} />
              )}
            </Leaf>
          )
        })
      )}
      {retired.length > 0 && (
        <Leaf id="retired" title={t('organize.retired')} isWide>
          <QuestionsTable label={t('organize.retired')} questions={retired} all={questions} names={names} />
        </Leaf>
      )}
    </>
  )
}
