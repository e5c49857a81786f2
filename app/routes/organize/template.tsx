import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { clonedAddress } from './cloned-note.tsx'
import { Confirm } from './confirm.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { requireCloning } from './require-cloning.server.ts'
import { cloneEvent } from '#app/events/cloning/clone-event.server.ts'
import { cloneFacts } from '#app/events/cloning/clone-facts.server.ts'
import { CLONE_PARTS } from '#app/events/cloning/clone-parts.ts'
import { setTemplate } from '#app/events/templates/set-template.server.ts'
import { templateSchema } from '#app/events/templates/template-form.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { ChoiceField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('author.template.one'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireCloning(request, context, params.event!)
  const facts = await cloneFacts(context.services.db, { eventId: event.id, language: context.language })
  const { isTemplate, title, status, publishedAt } = facts!
  return { isTemplate: isTemplate === 1, title, mayBeItself: status === 'draft' && publishedAt === null }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireCloning(request, context, params.event!)
  const { db } = context.services
  const { now } = context
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const form = await readForm(request)
  const parsed = parseForm(form, templateSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const { what, title } = parsed.value
  if (what === 'copy') {
    const { firstOn } = (await cloneFacts(db, { eventId: event.id, language: context.language }))!
    const made = await cloneEvent(db, {
      fromId: event.id,
      form: { title, startsOn: firstOn, parts: [...CLONE_PARTS] },
      seriesIds: [event.seriesId],
      isTemplate: true,
      now,
      actor,
    })
    return made.ok ? seeOther(context, clonedAddress(made.value)) : refused(form, made.refusals)
  }
  const set = await setTemplate(db, { eventId: event.id, isTemplate: what === 'itself', now, actor })
  if (!set.ok) return refused(form, set.refusals)
  return seeOther(context, what === 'itself' ? '/organize/templates' : `/organize/${event.slug}/details`)
}

/** Makes an event, or a copy of it, what new events of its series begin with; and takes that back. */
export default function Template() {
  const { isTemplate, title, mayBeItself } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t } = usePage()
  const back = `/organize/${slug}/details`
  if (isTemplate)
    return (
      <Confirm
        form={form}
        title={t('author.template.end')}
        button={t('author.template.end')}
        back={back}
        fields={<input type="hidden" name="what" value="end" />}
      >
        <p>{t('author.template.endLead')}</p>
      </Confirm>
    )
  return (
    <Confirm
      form={form}
      title={t('author.template.make')}
      button={t('author.template.make')}
      back={back}
      fields={
        <>
          {mayBeItself ? (
            <ChoiceField
              form={form}
              name="what"
              legend={t('author.template.what')}
              defaultValue="copy"
              options={(['copy', 'itself'] as const).map((value) => ({
                value,
                label: t(`author.template.${value}`),
                detail: t(`author.template.${value}Detail`),
              }))}
            />
          ) : (
            <input type="hidden" name="what" value="copy" />
          )}
          <TextField
            form={form}
            name="title"
            label={t('author.template.name')}
            hint={t('author.template.nameHint')}
            defaultValue={title}
            maxLength={200}
            isOptional={mayBeItself}
          />
        </>
      }
    >
      <p>{t('author.template.makeLead')}</p>
    </Confirm>
  )
}
