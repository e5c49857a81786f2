import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { askedSeatOf } from './registration-asked.server.ts'
import { parseForm, readForm, refusedForm } from '#app/http/form.server.ts'
import { sentenceOf } from '#app/locales/message.ts'
import { changeSeat } from '#app/payments/changes/change-seat.server.ts'
import { ticketSchema } from '#app/registrations/changes/change-form.ts'
import { changeOptions } from '#app/registrations/changes/change-options.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { ChoiceField } from '#app/ui/fields.tsx'
import { isolateIn } from '#app/ui/isolate.ts'
import { ImpossibleOptions } from '#app/ui/seat/impossible-options.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'
import { formatMoney } from '#app/values/money.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('registrant.act.ticket'))

export async function loader(args: LoaderFunctionArgs) {
  const { seat, why } = await askedSeatOf(args, 'ticket')
  const { services, now } = args.context
  const options = why ? [] : await changeOptions(services.db, seat, { kind: 'ticket', now })
  return {
    id: seat.id,
    name: seat.fullName || seat.code,
    ticket: seat.ticket,
    currency: seat.currency,
    why,
    options: options.map(({ ticketTypeId, name, priced, why: not }) => ({
      id: ticketTypeId,
      name,
      differenceMinor: priced.differenceMinor,
      why: not && `refusal.${not.code}?${new URLSearchParams(not.details as Record<string, string> | undefined)}`,
    })),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { seat, actor, back } = await askedSeatOf(args, 'ticket')
  const { services, now } = args.context
  const form = await readForm(args.request)
  const again = (state: FormState, status: number) => data({ form: state }, { status })
  const parsed = parseForm(form, ticketSchema)
  if (!parsed.ok) return again(parsed.form, 422)
  const { ticket, shown } = parsed.value
  const changed = await changeSeat(services.db, services.gateways, {
    orderId: seat.orderId,
    code: seat.code,
    kind: 'ticket',
    ticketTypeId: ticket,
    shown: shown[ticket] ?? 0,
    waives: true,
    now,
    actor,
  })
  if (!changed.ok) return again(refusedForm(form, changed.refusals), 409)
  return back(changed.value.state === 'waits' ? 'waits' : 'changed')
}

/** Another ticket for somebody: at today's price, with what is to pay or goes back beside each. */
export default function ChangeTicket() {
  const { id, name, ticket, currency, why, options } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path, language } = usePage()
  const possible = options.filter((option) => option.why === null)
  const impossible = options.filter((option) => option.why !== null)
  const difference = (minor: number) => {
    if (minor === 0 || currency === null) return t('change.options.same')
    const amount = isolateIn(language, formatMoney({ amountMinor: Math.abs(minor), currency }, language))
    return t(minor > 0 ? 'change.options.toPay' : 'change.options.less', { amount })
  }
  const back = path(`/organize/${slug}/registrations/${id}`)
  return (
    <>
      <PageHead form={form} title={t('registrant.act.ticket')} lead={<bdi>{`${name} · ${ticket}`}</bdi>} />
      {why || possible.length === 0 ? (
        <Empty level="h2" title={t('change.options.noneTitle')}>
          <p>{why ? sentenceOf(`refusal.${why}`, t) : t('change.options.noneWhy')}</p>
          <p>
            <a href={back}>{t('organize.leaveAsIs')}</a>
          </p>
        </Empty>
      ) : (
        <form method="post">
          <ChoiceField
            form={form}
            name="ticket"
            legend={t('change.options.choose')}
            options={possible.map((option) => ({
              value: option.id,
              label: <bdi>{option.name}</bdi>,
              detail: difference(option.differenceMinor),
            }))}
          />
          {possible.map((option) => (
            <input key={option.id} type="hidden" name={`shown.${option.id}`} value={option.differenceMinor} />
          ))}
          <p className="hint">{t('registrant.ticketHint')}</p>
          <p className="row after">
            <button className="go">{t('registrant.act.ticket')}</button> <a href={back}>{t('organize.leaveAsIs')}</a>
          </p>
        </form>
      )}
      <ImpossibleOptions title={t('registrant.notNow')} options={impossible} />
    </>
  )
}
