import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { lastMinuteOf } from '#app/events/price-table.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { listBlocks } from '#app/registrations/offer/blocks.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.blocks'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  return { blocks: await listBlocks(context.services.db, event.id) }
}

export default function Blocks() {
  const { blocks } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/blocks`
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('offer.blocks')}</h1>
          <p className="mute">{t('offer.blocksLead')}</p>
        </div>
        <p>
          <a className="btn go" href={path(`${base}/new`)}>
            {t('offer.addBlock')}
          </a>
        </p>
      </div>
      {blocks.length === 0 ? (
        <Empty title={t('offer.noBlocks')}>
          <p>{t('offer.noBlocksWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('offer.blocks')}>
          <thead>
            <tr>
              <th scope="col">{t('offer.block')}</th>
              <th scope="col">{t('offer.leftOfBlock')}</th>
              <th scope="col" className="more">
                {t('offer.campaigns')}
              </th>
              <th scope="col">{t('offer.releasedOn')}</th>
              <th scope="col">
                <span className="vh">{t('offer.releaseNow')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {blocks.map((block) => (
              <tr key={block.id}>
                <th scope="row">
                  {block.endedAt === null ? (
                    <a href={path(`${base}/${block.id}`)}>
                      <bdi>{block.name}</bdi>
                    </a>
                  ) : (
                    <bdi>{block.name}</bdi>
                  )}
                </th>
                <td>
                  {block.seats.map((seats) => (
                    <div key={seats.quotaId}>
                      <bdi>{seats.name}</bdi>:{' '}
                      {t('offer.leftOf', { left: block.endedAt === null ? seats.remaining : 0, size: seats.size })}
                    </div>
                  ))}
                </td>
                <td className="more">
                  {block.campaigns.map(({ id, name }) => (
                    <div key={id}>
                      <a href={path(`/organize/${slug}/vouchers/${id}/codes`)}>
                        <bdi>{name}</bdi>
                      </a>
                    </div>
                  ))}
                </td>
                <td>
                  {block.endedAt !== null ? (
                    <Tag is="off">
                      {t('offer.released')} <Moment at={block.endedAt} zone={zone} />
                    </Tag>
                  ) : block.untilAt ? (
                    <Moment at={lastMinuteOf(block.untilAt, zone)} zone={zone} />
                  ) : (
                    t('offer.neverReleased')
                  )}
                </td>
                <td>
                  {block.endedAt === null && (
                    <a href={path(`${base}/${block.id}/release`)}>
                      {t('offer.releaseNow')}
                      <span className="vh"> {block.name}</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </>
  )
}
