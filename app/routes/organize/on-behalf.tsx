import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { OnBehalfPerson } from './on-behalf-person.tsx'
import { OnBehalfTerms } from './on-behalf-terms.tsx'
import { PageHead } from './page-head.tsx'
import { seeOther } from '#app/http/answers.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { requireRight } from '#app/http/guards.server.ts'
import { LANGUAGES, languageOf } from '#app/locales/languages.ts'
import { offeredToOrganizers } from '#app/participants/accounting/offered-to-organizers.server.ts'
import { placeOnBehalf } from '#app/payments/on-behalf/place-on-behalf.server.ts'
import { type Excess, overOf } from '#app/registrations/on-behalf/go-over.server.ts'
import { MOST_PEOPLE, onBehalfSchema, peopleCount } from '#app/registrations/on-behalf/on-behalf-form.ts'
import { toOrder } from '#app/registrations/on-behalf/to-order.ts'
import { CheckField, SelectField } from '#app/ui/fields.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState, typedValue } from '#app/values/form-state.ts'
import { newToken } from '#app/values/secret.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.registerSomeone'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireRight(request, context, params['event']!, 'people')
  const { services, language, now } = context
  const tickets = await offeredToOrganizers(services.db, { eventId: event.id, language, now })
  return { tickets, formKey: newToken() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn, rights } = await requireRight(request, context, params['event']!, 'people')
  const { services, now } = context
  const { db } = services
  const form = await readForm(request)
  const again = (state: FormState, status: number, excess: Excess[] = []) => data({ form: state, excess }, { status })
  if (new URL(request.url).searchParams.has('show')) return again(refusedForm(form, []), 200)
  const parsed = parseForm(form, onBehalfSchema)
  if (!parsed.ok) return again(parsed.form, 422)
  const mayDecide = rights.includes('organize')
  const { terms, days, over } = parsed.value
  const actor = { kind: 'account', id: signedIn.accountId } as const
  const order = toOrder(parsed.value, { eventId: event.id, formKey: newToken(), actor })
  const placed = await placeOnBehalf(db, {
    order,
    // Who may only add people decides neither over money nor over the size of a room.
    terms: mayDecide ? terms : 'pay',
    over: mayDecide ? over : 0,
    days,
    now,
    actor,
  })
  if (placed.ok)
    return seeOther(context, `/organize/${event.slug}/registrations/${placed.value.registrations[0]!.id}?done=added`)
  const isFull = placed.refusals.some(({ code }) => ['sold-out', 'few-left', 'over-changed'].includes(code))
  const refusals = placed.refusals.map((one) =>
    one.field?.startsWith('tickets.') ? { code: one.code, ...(one.details ? { details: one.details } : {}) } : one,
  )
  return again(refusedForm(form, refusals), 409, isFull && mayDecide ? await overOf(db, order) : [])
}

export type OnBehalfData = ReturnType<typeof useLoaderData<typeof loader>>

/** The form for registering, filled in by an organizer for others. */
export default function OnBehalf() {
  const { tickets, formKey } = useLoaderData<typeof loader>()
  const sent = useActionData<typeof action>()
  const form = sent?.form ?? EMPTY_FORM
  const excess: Excess[] = sent?.excess ?? []
  const { slug, rights, language: own } = useDesk()
  const { t, path } = usePage()
  const count = peopleCount(typedValue(form, 'count'))
  const beyond = excess.reduce((sum, { seats }) => sum + seats, 0)
  const address = path(`/organize/${slug}/registrations/new`)
  return (
    <>
      <PageHead form={form} title={t('registrant.registerSomeone')} lead={t('registrant.behalf.lead')} />
      <form method="post" action={address} className="form" noValidate>
        <input type="hidden" name="formKey" value={typedValue(form, 'formKey') ?? formKey} />
        {excess.length > 0 && (
          <Note is="warn">
            <p>
              <b>{t('registrant.behalf.over', { count: beyond })}</b>
            </p>
            <ul>
              {excess.map(({ quotaId, name, seats }) => (
                <li key={quotaId}>{t('registrant.behalf.overOf', { name: isolate(name), count: seats })}</li>
              ))}
            </ul>
            <label className="check">
              <input type="checkbox" name="over" value={beyond} /> {t('registrant.behalf.goOver')}
            </label>
          </Note>
        )}
        <div className="row filt">
          <div>
            <label htmlFor="count">{t('registrant.behalf.count')}</label>
            <input id="count" name="count" type="number" min={1} max={MOST_PEOPLE} defaultValue={count} />
          </div>
          <button formAction={`${address}?show`}>{t('registrant.behalf.show')}</button>
        </div>
        {Array.from({ length: count }, (_, at) => (
          <OnBehalfPerson key={at} form={form} at={at} count={count} tickets={tickets} />
        ))}
        <SelectField
          form={form}
          name="language"
          label={t('registrant.behalf.language')}
          options={LANGUAGES.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={languageOf(own)}
        />
        <OnBehalfTerms form={form} mayDecide={rights.includes('organize')} />
        <fieldset className="after">
          <legend className="big">{t('registrant.behalf.told')}</legend>
          <CheckField form={form} name="told" label={t('registrant.behalf.conduct')} />
          <CheckField form={form} name="attendeeList" label={t('registrant.behalf.list')} />
          <CheckField form={form} name="photographs" label={t('registrant.behalf.photographs')} />
        </fieldset>
        <p className="row after">
          <button className="go">{t('registrant.behalf.button')}</button>{' '}
          <a href={path(`/organize/${slug}/registrations`)}>{t('organize.leaveAsIs')}</a>
        </p>
      </form>
    </>
  )
}
