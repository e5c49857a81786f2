import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, refused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { TextArea, TextField } from '#app/ui/fields.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { makeSchema, MOST_AT_ONCE } from '#app/vouchers/campaigns/make-form.ts'
import { makeVouchers } from '#app/vouchers/campaigns/make-vouchers.server.ts'
import { listCampaigns } from '#app/vouchers/campaigns/queries.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.makeCodes'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const campaign = (await listCampaigns(context.services.db, event.id)).find(({ id }) => id === params.campaign)
  if (!campaign) throw notFound()
  return { campaign }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const form = await readForm(request)
  const parsed = parseForm(form, makeSchema)
  if (!parsed.ok) return invalid(parsed.form)
  const made = await makeVouchers(context.services.db, {
    eventId: event.id,
    campaignId: params.campaign!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!made.ok) return refused(form, made.refusals)
  return seeOther(context, `/organize/${event.slug}/vouchers/${params.campaign}/codes?made=${made.value}`)
}

export default function Make() {
  const { campaign } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/vouchers/${campaign.id}/codes`
  return (
    <>
      <PageHead form={form} title={t('offer.makeCodes')} lead={<bdi>{campaign.name}</bdi>} />
      <form method="post" action={path(`${base}/new`)}>
        <Leaf id="how" title={t('offer.howMade')} isWide>
          <p className="hint">{t('offer.howMadeHint')}</p>
          <div className="cols">
            <TextField
              form={form}
              name="count"
              type="number"
              label={t('offer.count')}
              hint={t('offer.countHint', { maximum: MOST_AT_ONCE })}
              isOptional
            />
            <TextField
              form={form}
              name="prefix"
              label={t('offer.prefix')}
              hint={t('offer.prefixHint')}
              dir="ltr"
              maxLength={12}
              isOptional
            />
            <TextField
              form={form}
              name="code"
              label={t('offer.ownCode')}
              hint={t('offer.ownCodeHint')}
              dir="ltr"
              maxLength={60}
              isOptional
            />
          </div>
          <TextArea
            form={form}
            name="emails"
            label={t('offer.emails')}
            hint={t('offer.emailsHint')}
            dir="ltr"
            rows={6}
            isOptional
          />
        </Leaf>
        <Leaf id="each" title={t('offer.eachCode')} isWide>
          <div className="cols">
            <TextField
              form={form}
              name="maximumUses"
              type="number"
              label={t('offer.maximumUses')}
              hint={t(`offer.usesAre.${campaign.appliesTo}`)}
              defaultValue={1}
            />
            <TextField
              form={form}
              name="note"
              label={t('offer.note')}
              hint={t('offer.noteHint')}
              maxLength={200}
              isOptional
            />
          </div>
        </Leaf>
        <p className="row after">
          <button className="go">{t('offer.makeCodes')}</button> <a href={path(base)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
