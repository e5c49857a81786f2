import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { removing } from './removing.server.ts'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listCampaigns } from '#app/vouchers/campaigns/queries.server.ts'
import { removeCampaign } from '#app/vouchers/campaigns/remove-campaign.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.removeCampaign'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const all = await listCampaigns(context.services.db, event.id)
  const one = all.find(({ id }) => id === params.campaign)
  if (!one) throw notFound()
  return { name: one.name }
}

export const action = removing('vouchers', (db, removal, { campaign }) =>
  removeCampaign(db, { ...removal, campaignId: campaign! }),
)

export default function Remove() {
  const { name } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={name}
      title={t('offer.removeCampaign')}
      button={t('offer.removeCampaignButton')}
      lead={t('offer.removeCampaignLead')}
      list="vouchers"
    />
  )
}
