import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { CheckField, TextField } from '#app/ui/fields.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { findVoucher } from '#app/vouchers/campaigns/queries.server.ts'
import { saveVoucher } from '#app/vouchers/campaigns/save-voucher.server.ts'
import { voucherSchema } from '#app/vouchers/campaigns/voucher-form.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.code'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const voucher = await findVoucher(context.services.db, {
    eventId: event.id,
    campaignId: params.campaign!,
    voucherId: params.voucher!,
  })
  if (!voucher) throw notFound()
  return { voucher }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, voucherSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveVoucher(context.services.db, {
    eventId: event.id,
    campaignId: params.campaign!,
    voucherId: params.voucher!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return refused(form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/vouchers/${params.campaign}/codes`)
}

export default function Voucher() {
  const { voucher } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/vouchers/${voucher.campaignId}/codes`
  return (
    <>
      <PageHead
        form={form}
        title={<bdi>{voucher.code}</bdi>}
        lead={t('offer.usedOf', { used: voucher.used, possible: voucher.maximumUses })}
      />
      <form method="post" action={path(`${base}/${voucher.id}`)}>
        <div className="cols">
          <TextField
            form={form}
            name="maximumUses"
            type="number"
            label={t('offer.maximumUses')}
            defaultValue={voucher.maximumUses}
          />
          <TextField
            form={form}
            name="email"
            type="email"
            label={t('offer.boundTo')}
            hint={t('offer.boundToHint')}
            defaultValue={voucher.emailKey}
            isOptional
          />
          <TextField
            form={form}
            name="note"
            label={t('offer.note')}
            hint={t('offer.noteHint')}
            defaultValue={voucher.note}
            maxLength={200}
            isOptional
          />
        </div>
        <CheckField form={form} name="isDisabled" defaultValue={voucher.isDisabled ? 'on' : null}>
          {t('offer.codeDisabled')}
        </CheckField>
        <p className="row after">
          <button className="go">{t('offer.saveCode')}</button> <a href={path(base)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
