import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { languageOptions } from './choices.ts'
import { placeOptions, ticketOptions } from './choice-options.ts'
import { savingCall } from './call-saving.server.ts'
import { requireCall } from './call.server.ts'
import { deskMeta } from './desk.ts'
import { isGone } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { SavedMeanwhile } from './saved-meanwhile.tsx'
import { TextIn, textOf } from './text-in.tsx'
import { useCall } from './use-call.ts'
import { choiceSchema } from '#app/applications/calls/choice-form.ts'
import { choicePlaces } from '#app/applications/calls/choice-places.server.ts'
import { listChoices, seenChoice } from '#app/applications/calls/list-choices.server.ts'
import { saveChoice } from '#app/applications/calls/save-choice.server.ts'
import { notFound } from '#app/http/answers.ts'
import { organizedReach } from '#app/people/rights.ts'
import { CheckField, SelectField, TextArea, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('call.choices.choice'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { call, event, signedIn } = await requireCall(request, context, params)
  const { db } = context.services
  const reach = organizedReach(signedIn.roles)
  const [choices, places] = await Promise.all([
    listChoices(db, call.id, context.language),
    choicePlaces(db, { eventId: event.id, reach, now: context.now, language: context.language }),
  ])
  const choice = choices.find(({ id }) => id === params.choice) ?? null
  if (!choice && params.choice !== 'new' && !isGone(context)) throw notFound()
  const { code, text, languages } = textOf(
    choice?.texts ?? [],
    new URL(request.url).searchParams.get('text'),
    call.language,
  )
  return { choice, places, code, languages, seen: choice ? seenChoice(choice, text) : '' }
}

export const action = savingCall({
  schema: () => choiceSchema,
  save: async ({ db, params, signedIn }, change) => {
    const reach = organizedReach(signedIn.roles)
    const { events } = await choicePlaces(db, { eventId: change.eventId, reach, now: change.now, language: 'en' })
    const choiceId = params.choice === 'new' ? null : params.choice!
    return await saveChoice(db, { ...change, choiceId, siteIds: events.map(({ id }) => id) })
  },
  to: (_saved, { slug }) => `${slug}/details/choices`,
})

export default function CallChoice() {
  const { choice, places, code: wanted, languages, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug, call } = useCall()
  const { t, path, language } = usePage()
  const code = form.values.textLanguage?.[0] ?? wanted
  const text = choice?.texts.find((one) => one.language === code)
  const original = choice?.texts.find((one) => one.language !== code)
  const list = `/organize/${slug}/calls/${call.slug}/details/choices`
  const address = `${list}/${choice?.id ?? 'new'}`
  return (
    <>
      <PageHead form={form} area="call" title={choice ? choice.name : t('call.choices.add')} />
      {choice && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(`${address}?text=${code}`)} className="narrow">
        <input type="hidden" name="textLanguage" value={code} />
        <SavedMeanwhile
          form={form}
          seen={seen}
          rows={[
            { name: 'code', label: t('call.fields.code'), saved: choice?.code ?? '' },
            { name: 'name', label: t('call.fields.name'), saved: text?.name ?? '' },
            { name: 'description', label: t('call.fields.description'), saved: text?.description ?? '' },
            { name: 'seats', label: t('call.fields.seats'), saved: String(choice?.seats ?? '') },
          ]}
        />
        <TextField
          form={form}
          name="code"
          label={t('call.fields.code')}
          hint={t('call.hints.code')}
          defaultValue={choice?.code}
          dir="auto"
          maxLength={20}
        />
        <TextField
          form={form}
          name="name"
          label={t('call.fields.name')}
          hint={(!text && original?.name) || undefined}
          defaultValue={text?.name}
          lang={code}
          maxLength={200}
        />
        <TextArea
          form={form}
          name="description"
          label={t('call.fields.choiceDescription')}
          hint={(!text && original?.description) || t('call.hints.choiceDescription')}
          defaultValue={text?.description}
          lang={code}
          maxLength={2000}
          isOptional
        />
        <SelectField
          form={form}
          name="place"
          label={t('call.fields.place')}
          hint={choice && choice.wishes > 0 ? t('call.choices.placeFixed') : t('call.hints.place')}
          options={placeOptions(places, t('call.choices.wholeEvent'))}
          defaultValue={choice ? (choice.trackId ? `track:${choice.trackId}` : `event:${choice.eventId}`) : undefined}
        />
        <SelectField
          form={form}
          name="taughtIn"
          label={t('call.fields.taughtIn')}
          blank={t('call.choices.anyLanguage')}
          options={languageOptions(language, choice?.language ? [choice.language] : [])}
          defaultValue={choice?.language}
          isOptional
        />
        <SelectField
          form={form}
          name="ticketTypeId"
          label={t('call.fields.ticketTypeId')}
          hint={t('call.hints.ticketTypeId')}
          blank={t('call.choices.noTicket')}
          options={ticketOptions(places)}
          defaultValue={choice?.ticketTypeId}
          isOptional
        />
        <TextField
          form={form}
          name="seats"
          type="number"
          label={t('call.fields.seats')}
          hint={t('call.hints.seats')}
          defaultValue={choice?.seats}
          isOptional
        />
        <CheckField form={form} name="isClosed" defaultValue={choice?.isClosed === 1 ? 'on' : null}>
          {t('call.fields.isClosed')}
        </CheckField>
        <p className="row after">
          <button className="go">{t('call.save')}</button> <a href={path(list)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
