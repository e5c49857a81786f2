import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { FilterSelect } from './filter-select.tsx'
import { useCall } from './use-call.ts'
import { readCall } from '#app/applications/calls/read-call.server.ts'
import { CallQuestionField } from '#app/ui/call-question-field.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.form.preview'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call } = await requireCall(request, context, params)
  const whole = (await readCall(context.services.db, { callId: call.id, language: context.language }))!
  const wanted = new URL(request.url).searchParams.get('choice')
  const choice = whole.choices.find(({ id }) => id === wanted)?.id ?? null
  const isAsked = ({ choiceIds }: { choiceIds: string[] }) =>
    choice === null || choiceIds.length === 0 || choiceIds.includes(choice)
  return {
    sections: whole.sections
      .map((section) => ({ ...section, questions: section.questions.filter(isAsked) }))
      .filter(({ questions }) => questions.length > 0),
    choices: whole.choices.map(({ id, name }) => ({ id, name })),
    choice,
  }
}

/** The form as applicants see it, all its pages under one another; nothing that is typed here goes anywhere. */
export default function CallPreview() {
  const { sections, choices, choice } = useLoaderData<typeof loader>()
  const { slug, call, currency } = useCall()
  const { t, path } = usePage()
  const base = `/organize/${slug}/calls/${call.slug}/form`
  return (
    <>
      <h1>{t('call.form.preview')}</h1>
      <p className="mute">{t('call.form.previewLead')}</p>
      {choices.length > 1 && (
        <form className="row filt" action={path(`${base}/preview`)}>
          <FilterSelect
            name="choice"
            label={t('call.form.previewFor')}
            options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            values={[choice]}
          />
          <button>{t('call.form.show')}</button>
        </form>
      )}
      {sections.map((section) => (
        <Leaf key={section.id} id={`s-${section.id}`} title={<bdi>{section.title}</bdi>}>
          {section.help && <p>{section.help}</p>}
          <fieldset disabled>
            <legend className="vh">{section.title}</legend>
            {section.questions.map((question) => (
              <CallQuestionField
                key={question.id}
                question={question}
                name={question.code}
                form={EMPTY_FORM}
                among={sections.flatMap(({ questions }) => questions)}
                currency={currency ?? 'USD'}
              />
            ))}
          </fieldset>
        </Leaf>
      ))}
      <p className="after">
        <a href={path(base)}>{t('organize.back')}</a>
      </p>
    </>
  )
}
