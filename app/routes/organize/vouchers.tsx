import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { EffectOf } from './effect-of.tsx'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Price } from '#app/ui/money.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { listCampaigns } from '#app/vouchers/campaigns/queries.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.vouchers'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { campaigns: await listCampaigns(context.services.db, event.id) }
}

export default function Vouchers() {
  const { campaigns } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path, now } = usePage()
  const base = `/organize/${slug}/vouchers`
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('offer.vouchers')}</h1>
          <p className="mute">{t('offer.vouchersLead')}</p>
        </div>
        <p>
          <a className="btn go" href={path(`${base}/new`)}>
            {t('offer.addCampaign')}
          </a>
        </p>
      </div>
      {campaigns.length === 0 ? (
        <Empty title={t('offer.noCampaigns')}>
          <p>{t('offer.noCampaignsWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('offer.vouchers')}>
          <thead>
            <tr>
              <th scope="col">{t('offer.campaign')}</th>
              <th scope="col">{t('offer.effect')}</th>
              <th scope="col" className="num">
                {t('offer.issued')}
              </th>
              <th scope="col" className="num">
                {t('offer.used')}
              </th>
              <th scope="col" className="num">
                {t('offer.given')}
              </th>
              <th scope="col" className="more">
                {t('offer.inBlock')}
              </th>
              <th scope="col">{t('organize.statusHead')}</th>
              <th scope="col">
                <span className="vh">{t('organize.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {campaigns.map((campaign) => (
              <tr key={campaign.id}>
                <th scope="row">
                  <a href={path(`${base}/${campaign.id}/codes`)}>
                    <bdi>{campaign.name}</bdi>
                  </a>
                  {campaign.organization && (
                    <>
                      <br />
                      <small>
                        <bdi>{campaign.organization}</bdi>
                      </small>
                    </>
                  )}
                </th>
                <td>
                  <EffectOf campaign={campaign} />
                </td>
                <td className="num">{campaign.issued}</td>
                <td className="num nowrap">
                  {t('offer.usedOf', { used: campaign.used, possible: campaign.possible })}
                </td>
                <td className="num">
                  {campaign.given.length === 0
                    ? '–'
                    : campaign.given.map((money) => (
                        <div key={money.currency}>
                          <Price money={money} />
                        </div>
                      ))}
                </td>
                <td className="more">
                  {campaign.block && (
                    <>
                      <bdi>{campaign.block.name}</bdi>:{' '}
                      {campaign.block.isOver
                        ? t('offer.released')
                        : t('offer.leftOf', { left: campaign.block.remaining, size: campaign.block.size })}
                    </>
                  )}
                </td>
                <td>
                  {campaign.isDisabled === 1 ? (
                    <Tag is="off">{t('offer.disabled')}</Tag>
                  ) : campaign.endsAt !== null && campaign.endsAt <= now ? (
                    <Tag is="off">{t('offer.ended')}</Tag>
                  ) : campaign.startsAt !== null && now < campaign.startsAt ? (
                    <Tag is="wait">{t('offer.notBegun')}</Tag>
                  ) : (
                    <Tag is="ok">{t('offer.valid')}</Tag>
                  )}
                  {campaign.endsAt !== null && now < campaign.endsAt && (
                    <>
                      <br />
                      <small>
                        {t('organize.until')} <Moment at={lastMinuteOf(campaign.endsAt, zone)} zone={zone} />
                      </small>
                    </>
                  )}
                </td>
                <td>
                  <div className="row">
                    <a href={path(`${base}/${campaign.id}`)}>
                      {t('offer.edit')}
                      <span className="vh"> {campaign.name}</span>
                    </a>
                    {campaign.used === 0 && (
                      <a href={path(`${base}/${campaign.id}/remove`)}>
                        {t('organize.remove')}
                        <span className="vh"> {campaign.name}</span>
                      </a>
                    )}
                  </div>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}
