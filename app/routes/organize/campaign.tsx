import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CampaignFields } from './campaign-fields.tsx'
import { deskMeta, useDesk } from './desk.ts'
import { invalid, isGone, saveRefused } from './failed.server.ts'
import { PageHead } from './page-head.tsx'
import { Seen } from './seen.tsx'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import { notFound, seeOther } from '#app/http/answers.ts'
import { parseForm, readForm } from '#app/http/form.server.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listBlocks } from '#app/registrations/offer/blocks.server.ts'
import { listTicketTypes } from '#app/registrations/offer/queries.server.ts'
import { Note } from '#app/ui/note.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { campaignSchema } from '#app/vouchers/campaigns/campaign-form.ts'
import { listCampaigns, seenOfCampaign } from '#app/vouchers/campaigns/queries.server.ts'
import { saveCampaign } from '#app/vouchers/campaigns/save-campaign.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.campaign'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const [campaigns, types, blocks] = await Promise.all([
    listCampaigns(db, event.id),
    listTicketTypes(db, event.id, context.language),
    listBlocks(db, event.id),
  ])
  const campaign = campaigns.find(({ id }) => id === params.campaign) ?? null
  if (!campaign && params.campaign !== 'new' && !isGone(context)) throw notFound()
  const shown = blocks.filter(({ id, endedAt }) => endedAt === null || id === campaign?.reservationId)
  return { campaign, types, blocks: shown, seen: campaign ? seenOfCampaign(campaign) : '' }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, signedIn } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const form = await readForm(request)
  const known = await findEventForEditing(db, event.id, context.language)
  const parsed = parseForm(form, campaignSchema(known!.zone))
  if (!parsed.ok) return invalid(parsed.form)
  const saved = await saveCampaign(db, {
    eventId: event.id,
    campaignId: params.campaign === 'new' ? null : params.campaign!,
    form: parsed.value,
    now: context.now,
    actor: { kind: 'account', id: signedIn.accountId },
  })
  if (!saved.ok) return saveRefused(context, form, saved.refusals)
  return seeOther(context, `/organize/${event.slug}/vouchers/${saved.value.id}/codes`)
}

export default function Campaign() {
  const { campaign, types, blocks, seen } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()?.form ?? EMPTY_FORM
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <>
      <PageHead
        form={form}
        title={campaign ? t('offer.editCampaign') : t('offer.addCampaign')}
        lead={t('offer.campaignLead')}
      />
      {campaign && campaign.used > 0 && (
        <Note>
          <p>{t('offer.campaignUsed', { count: campaign.used })}</p>
        </Note>
      )}
      <form method="post" action={path(`/organize/${slug}/vouchers/${campaign?.id ?? 'new'}`)}>
        <Seen form={form} seen={seen} />
        <CampaignFields form={form} campaign={campaign} types={types} blocks={blocks} />
        <p className="row after">
          <button className="go">{t('offer.saveCampaign')}</button>{' '}
          <a href={path(`/organize/${slug}/vouchers`)}>{t('organize.back')}</a>
        </p>
      </form>
    </>
  )
}
