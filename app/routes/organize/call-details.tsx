import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CallDates } from './call-details-dates.tsx'
import { CallTexts } from './call-details-texts.tsx'
import { CallWays } from './call-details-ways.tsx'
import { CallPages } from './call-pages.tsx'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { TextIn, textOf } from './text-in.tsx'
import { useCall } from './use-call.ts'
import { callDetailsSchema } from '#app/applications/calls/call-details-form.ts'
import { findEditableCall, seenCall } from '#app/applications/calls/editable-call.server.ts'
import { saveCallDetails } from '#app/applications/calls/save-call-details.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.tabs.details'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call: head, event } = await requireCall(request, context, params)
  const { db } = context.services
  const [{ call, texts }, { language }] = await Promise.all([
    findEditableCall(db, head.id),
    findEventForEditing(db, event.id, context.language).then((found) => found!),
  ])
  const { code, text, languages } = textOf(texts, new URL(request.url).searchParams.get('text'), language)
  return { call, texts, code, text, languages, seen: seenCall(call, text) }
}

export const action = savingCall({
  schema: (form, eventZone) => {
    const typedZone = form.get('closesZone')
    return callDetailsSchema({ eventZone, typedZone: typeof typedZone === 'string' ? typedZone : '' })
  },
  save: ({ db }, change) => saveCallDetails(db, change),
  to: ({ slug }) => `${slug}/details`,
})

export default function CallDetails() {
  const { call, texts, code: wanted, languages, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useCall()
  const { t, path } = usePage()
  const code = form.values.textLanguage?.[0] ?? wanted
  const text = texts.find(({ language }) => language === code)
  const address = `/organize/${event.slug}/calls/${call.slug}/details`
  return (
    <>
      <PageHead form={form} area="call" title={t('call.tabs.details')} />
      <CallPages />
      <TextIn address={address} code={code} languages={languages} />
      <form method="post" action={path(`${address}?text=${code}`)}>
        <input type="hidden" name="textLanguage" value={code} />
        <SavedMeanwhile
          form={form}
          seen={seen}
          rows={(['title', 'summary', 'description', 'deciding'] as const).map((name) => ({
            name,
            label: t(`call.fields.${name}`),
            saved: text?.[name] ?? '',
          }))}
        />
        <CallTexts form={form} text={text} original={texts.find(({ language }) => language !== code)} language={code} />
        <CallDates form={form} call={call} />
        <CallWays form={form} call={call} />
        <p className="row after">
          <button className="go">{t('call.save')}</button>{' '}
          <a href={path(`/organize/${event.slug}/calls/${call.slug}`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
