import { Fragment } from 'react'
import type { ApplicationData } from './application.tsx'
import { useCall } from './use-call.ts'
import { callAnswerText } from '#app/ui/application/answer-words.ts'
import { kilobytes } from '#app/ui/file-field.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** What an applicant answered, section by section; files are downloads. */
export function ApplicationAnswers({ sections, answers, application }: ApplicationData) {
  const { slug, call } = useCall()
  const { t, path, language } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/applications/${application.id}`
  return (
    <>
      {sections.map((section) => {
        const said = section.questions.flatMap((question) => {
          const answer = answers.find(({ questionId }) => questionId === question.id)
          return answer ? [{ question, answer }] : []
        })
        if (said.length === 0) return null
        return (
          <Leaf key={section.id} id={`s-${section.code}`} title={<bdi>{section.title}</bdi>}>
            <dl>
              {said.map(({ question, answer }) => (
                <Fragment key={question.id}>
                  <dt>
                    <bdi>{question.label}</bdi>
                  </dt>
                  <dd>
                    {answer.file ? (
                      <a href={path(`${base}/files/${answer.file.id}`)}>
                        <bdi>{answer.file.name}</bdi>{' '}
                        <small>{t('reference.fileSize', { size: kilobytes(answer.file.byteCount) })}</small>
                      </a>
                    ) : (
                      <bdi>
                        {callAnswerText(question, answer.value, language, answer.asked)
                          .split('\n')
                          .map((line, at) => (
                            <Fragment key={at}>
                              {at > 0 && <br />}
                              {line}
                            </Fragment>
                          ))}
                      </bdi>
                    )}
                  </dd>
                </Fragment>
              ))}
            </dl>
          </Leaf>
        )
      })}
    </>
  )
}
