import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { languageOptions } from './choices.ts'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { CALL_KINDS } from '#app/applications/calls/call-details-form.ts'
import { copyCall } from '#app/applications/calls/copy-call.server.ts'
import { createCall } from '#app/applications/calls/create-call.server.ts'
import { listCopyable } from '#app/applications/calls/list-copyable.server.ts'
import { newCallSchema } from '#app/applications/calls/new-call-form.ts'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { organizedReach } from '#app/people/rights.ts'
import { ChoiceField, SelectField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.list.new'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn } = await requireRight(request, context, params.event!, 'organize')
  const reach = organizedReach(signedIn.roles)
  return { originals: await listCopyable(context.services.db, { reach, language: context.language }) }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireRight(request, context, params.event!, 'organize')
  const { db } = context.services
  const form = await readForm(request)
  const parsed = parseForm(form, newCallSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const input = { eventId: event.id, form: parsed.value, now: context.now }
  const actor = { kind: 'account' as const, id: signedIn.accountId }
  const made = parsed.value.copyOf
    ? await copyCall(db, { ...input, reach: organizedReach(signedIn.roles), actor })
    : await createCall(db, { ...input, actor })
  if (!made.ok) return refused(form, made.refusals)
  return seeOther(context, `/organize/${event.slug}/calls/${made.value.slug}/details`)
}

export default function NewCall() {
  const { originals } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, language: own } = useDesk()
  const { t, path, language } = usePage()
  return (
    <>
      <PageHead form={form} area="call" title={t('call.list.new')} lead={t('call.list.newLead')} />
      <form method="post" className="narrow">
        <TextField
          form={form}
          name="title"
          label={t('call.fields.title')}
          hint={t('call.hints.title')}
          maxLength={200}
        />
        <SelectField
          form={form}
          name="textLanguage"
          label={t('call.fields.textLanguage')}
          options={languageOptions(language, [own])}
          defaultValue={own}
        />
        <ChoiceField
          form={form}
          name="kind"
          legend={t('call.fields.kind')}
          options={CALL_KINDS.map((value) => ({
            value,
            label: t(`call.kinds.${value}`),
            detail: t(`call.kindHints.${value}`),
          }))}
          defaultValue="admission"
        />
        {originals.length > 0 && (
          <SelectField
            form={form}
            name="copyOf"
            label={t('call.fields.copyOf')}
            hint={t('call.hints.copyOf')}
            blank={t('call.list.fromNothing')}
            options={originals.map(({ id, title, event }) => ({ value: id, label: `${title} · ${event}` }))}
            isOptional
          />
        )}
        <p className="row after">
          <button className="go">{t('call.list.make')}</button>{' '}
          <a href={path(`/organize/${slug}/calls`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
