import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { Seen } from './seen.tsx'
import { PriceRows } from './price-rows.tsx'
import { TextIn, textOf } from './text-in.tsx'
import { TicketFields } from './ticket-fields.tsx'
import { PageHead } from './page-head.tsx'
import { findEventForEditing, listTracks } from '#app/events/editing-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listQuotas, listTicketTypes, seenOfTicketType } from '#app/registrations/offer/queries.server.ts'
import { listTaxRules } from '#app/registrations/offer/rules.server.ts'
import { saveTicketType } from '#app/registrations/offer/save-ticket-type.server.ts'
import { ticketTypeSchema } from '#app/registrations/offer/ticket-type-form.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('organize.ticket'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [types, quotas, tracks, taxes] = await Promise.all([
    listTicketTypes(db, event.id, context.language),
    listQuotas(db, event.id),
    listTracks(db, event.id, context.language),
    listTaxRules(db, event.id),
  ])
  const type = types.find(({ id }) => id === params.type) ?? null
  if (!type && params.type !== 'new' && !isGone(context)) throw notFound()
  const known = await findEventForEditing(db, event.id, context.language)
  const address = new URL(request.url).searchParams
  const { code } = textOf(type?.texts ?? [], address.get('text'), known!.language)
  return {
    type,
    types,
    quotas,
    tracks,
    taxes,
    wanted: address.get('text'),
    seen: type ? seenOfTicketType(type, code) : '',
  }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const known = await findEventForEditing(db, event.id, context.language)
  const parsed = parseForm(form, ticketTypeSchema(known!.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveTicketType(db, {
    eventId: event.id,
    ticketTypeId: params.type === 'new' ? null : params.type!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/tickets`)
}

export default function TicketType() {
  const { type, types, quotas, tracks, taxes, wanted, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const event = useDesk()
  const { t, path } = usePage()
  const { code, text, languages } = textOf(type?.texts ?? [], form.values.textLanguage?.[0] ?? wanted, event.language)
  const address = `/organize/${event.slug}/tickets/${type?.id ?? 'new'}`
  return (
    <>
      <PageHead form={form} title={type ? t('organize.editTicket') : t('organize.addTicket')} />
      {type && type.registrations > 0 && (
        <Note>
          <p>{t('organize.ticketHasRegistrations', { count: type.registrations })}</p>
        </Note>
      )}
      {type && <TextIn address={address} code={code} languages={languages} />}
      <form method="post" action={path(address)}>
        <input type="hidden" name="textLanguage" value={code} />
        <Seen form={form} seen={seen} />
        <TicketFields
          form={form}
          type={type}
          types={types}
          taxes={taxes}
          text={text}
          language={code}
          quotas={quotas}
          tracks={tracks}
        />
        <PriceRows form={form} steps={type?.steps ?? []} />
        <p className="row after">
          <button className="go">{t('organize.saveTicket')}</button>{' '}
          <a href={path(`/organize/${event.slug}/tickets`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
