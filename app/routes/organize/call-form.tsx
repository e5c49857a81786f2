import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CallQuestionsTable } from './call-questions-table.tsx'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { MoveButtons } from './move-buttons.tsx'
import { useCall } from './use-call.ts'
import { listChoices } from '#app/applications/calls/list-choices.server.ts'
import { listCallQuestions, listSections } from '#app/applications/calls/list-call-questions.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.tabs.form'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const { db } = context.services
  const [sections, questions, choices] = await Promise.all([
    listSections(db, call.id, context.language),
    listCallQuestions(db, call.id, context.language),
    listChoices(db, call.id, context.language),
  ])
  return { sections, questions, choices: choices.map(({ id, name }) => ({ id, name })) }
}

export default function CallForm() {
  const { sections, questions, choices } = useLoaderData<typeof loader>()
  const { slug, call } = useCall()
  const { t, path } = usePage()
  const base = path(`/organize/${slug}/calls/${call.slug}`)
  const asked = questions.filter(({ isRetired }) => isRetired === 0)
  const retired = questions.filter(({ isRetired }) => isRetired === 1)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('call.tabs.form')}</h1>
          <p className="mute">{t('call.form.lead')}</p>
        </div>
        <p className="row">
          {asked.length > 0 && (
            <a className="btn" href={`${base}/form/preview`}>
              {t('call.form.preview')}
            </a>
          )}
          <a className="btn go" href={`${base}/form/sections/new`}>
            {t('call.form.addSection')}
          </a>
        </p>
      </div>
      {sections.length === 0 && (
        <Empty title={t('call.form.none')} level="h2">
          <p>{t('call.form.noneWhy')}</p>
        </Empty>
      )}
      {sections.map((section, at) => {
        const own = asked.filter(({ sectionId }) => sectionId === section.id)
        const name = <span className="vh"> {section.title}</span>
        return (
          <Leaf
            key={section.id}
            id={`s-${section.id}`}
            title={<bdi lang={section.textLanguage}>{section.title}</bdi>}
            isWide
          >
            <div className="row">
              <a href={`${base}/form/questions/new?section=${section.id}`}>
                {t('call.form.addQuestion')}
                {name}
              </a>
              <a href={`${base}/form/sections/${section.id}`}>
                {t('call.form.editSection')}
                {name}
              </a>
              <MoveButtons
                address={`${base}/order/sections/${section.id}`}
                name={section.title}
                isFirst={at === 0}
                isLast={at === sections.length - 1}
              />
              <a href={`${base}/remove/sections/${section.id}`}>
                {t('organize.remove')}
                {name}
              </a>
            </div>
            {own.length === 0 ? (
              <p>{t('call.form.noQuestions')}</p>
            ) : (
              <CallQuestionsTable label={section.title} questions={own} all={questions} choices={choices} />
            )}
          </Leaf>
        )
      })}
      {retired.length > 0 && (
        <Leaf id="retired" title={t('organize.retired')} isWide>
          <CallQuestionsTable label={t('organize.retired')} questions={retired} all={questions} choices={choices} />
        </Leaf>
      )}
    </>
  )
}
