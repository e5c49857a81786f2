import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listQuestions } from '#app/registrations/offer/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.questions'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { questions: await listQuestions(context.services.db, event.id, context.language) }
}

export default function Questions() {
  const { questions } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('organize.questions')}</h1>
          <p className="mute">{t('organize.questionsLead')}</p>
        </div>
        <a className="btn go" href={path(`/organize/${slug}/questions/new`)}>
          {t('organize.addQuestion')}
        </a>
      </div>
      {questions.length === 0 ? (
        <Empty title={t('organize.noQuestions')}>
          <p>{t('organize.noQuestionsWhy')}</p>
        </Empty>
      ) : (
        <div className="scroll" role="group" aria-label={t('organize.questions')} tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('organize.question')}</th>
                <th scope="col" className="more">
                  {t('organize.kind')}
                </th>
                <th scope="col" className="more">
                  {t('organize.audience')}
                </th>
                <th scope="col" className="num">
                  {t('organize.answers')}
                </th>
                <th scope="col">{t('organize.statusHead')}</th>
                <th scope="col">
                  <span className="vh">{t('organize.remove')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {questions.map((question) => (
                <tr key={question.id}>
                  <th scope="row">
                    <a href={path(`/organize/${slug}/questions/${question.id}`)} lang={question.textLanguage}>
                      <bdi>{question.label}</bdi>
                    </a>
                    {question.isRequired === 1 && (
                      <>
                        <br />
                        <small>{t('organize.required')}</small>
                      </>
                    )}
                  </th>
                  <td className="more">{t(`organize.kinds.${question.kind}`)}</td>
                  <td className="more">{t(`organize.audiences.${question.audience}`)}</td>
                  <td className="num">{question.answers}</td>
                  <td>
                    {question.isRetired === 1 ? (
                      <Tag is="off">{t('organize.retired')}</Tag>
                    ) : (
                      <Tag is="ok">{t('organize.asked')}</Tag>
                    )}
                  </td>
                  <td>
                    {question.isRetired === 0 && (
                      <a href={path(`/organize/${slug}/questions/${question.id}/remove`)}>
                        {question.answers > 0 ? t('organize.retire') : t('organize.remove')}
                        <span className="vh"> {question.label}</span>
                      </a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  )
}
