import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '#app/http/answers.ts'
import { csvStream } from '#app/http/csv-answer.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { translator } from '#app/locales/translate.ts'
import { recordDownload } from '#app/participants/record-download.server.ts'
import { listCampaigns } from '#app/vouchers/campaigns/queries.server.ts'
import { vouchersFile } from '#app/vouchers/campaigns/vouchers-file.server.ts'

/** The codes of a campaign as a file; who took it away is kept. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { signedIn, event } = await requireOrganizer(request, context, params.event!)
  const { now, services, language, requestId } = context
  const { db, log } = services
  const campaign = (await listCampaigns(db, event.id)).find(({ id }) => id === params.campaign)
  if (!campaign) throw notFound()
  const logged = await recordDownload(db, {
    accountId: signedIn.accountId,
    eventId: event.id,
    trackId: null,
    kind: 'vouchers.csv',
    rowCount: campaign.issued,
    now,
  })
  if (!logged.ok) throw new Response(null, { status: 503, headers: { 'Retry-After': '5' } })
  const t = translator(language)
  const pieces = vouchersFile(db, {
    eventId: event.id,
    campaignId: campaign.id,
    search: '',
    head: [
      t('offer.code'),
      t('offer.maximumUses'),
      t('offer.used'),
      t('offer.boundTo'),
      t('offer.note'),
      t('offer.disabled'),
    ],
    yes: t('teach.yes'),
    no: t('teach.no'),
  })
  return csvStream(pieces, {
    name: `${event.slug}-${campaign.name}.csv`,
    fallback: 'list.csv',
    report: (error) => log.error({ fault: String(error), requestId }, 'vouchers.csv broke off'),
  })
}
