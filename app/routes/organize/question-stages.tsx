import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { MomentField } from './moment-field.tsx'
import { PageHead } from './page-head.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { STAGES } from '#app/registrations/questions/question.ts'
import { listStages, saveStages } from '#app/registrations/questions/save-stages.server.ts'
import { stagesSchema } from '#app/registrations/questions/stages-form.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('question.stagesTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { stages: await listStages(context.services.db, event.id) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const { zone } = (await findEventForEditing(db, event.id, context.language))!
  const parsed = parseForm(form, stagesSchema(zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveStages(db, {
    eventId: event.id,
    stages: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/questions`)
}

const DATES = ['opensAt', 'remindAt', 'deadlineAt'] as const

export default function Stages() {
  const { stages } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead form={form} title={t('question.stagesTitle')} lead={t('question.stagesLead', { zone })} />
      <form method="post" action={path(`/organize/${slug}/questions/stages`)}>
        {STAGES.map((stage) => (
          <Leaf key={stage} id={stage} title={t(`question.stages.${stage}`)} isWide>
            <div className="cols">
              {DATES.filter((name) => stage !== 'registering' || name !== 'opensAt').map((name) => (
                <MomentField
                  key={name}
                  form={form}
                  name={`${stage}.${name}`}
                  label={t(`question.${name}`)}
                  hint={t(`question.${name}Hint`)}
                  at={stages.find((one) => one.stage === stage)?.[name]}
                  zone={zone}
                  isOptional
                />
              ))}
            </div>
          </Leaf>
        ))}
        <p className="row after">
          <button className="go">{t('question.saveStages')}</button>{' '}
          <a href={path(`/organize/${slug}/questions`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
