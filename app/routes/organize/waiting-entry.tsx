import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { PageHead } from './page-head.tsx'
import { WaitingTable } from './waiting-table.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { EMPTY_FORM } from '#app/values/form-state.ts'
import { findWaiting } from '#app/waiting-list/desk-queries.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('waiting.desk.entry'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params['event']!)
  const entry = await findWaiting(context.services.db, {
    eventId: event.id,
    entryId: params['entry']!,
    language: context.language,
  })
  if (!entry) throw notFound()
  return { entry }
}

export default function Entry() {
  const { entry } = useLoaderData<typeof loader>()
  const { slug, zone, title } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/waiting/${entry.id}`
  const isActive = entry.state === 'waiting' || entry.state === 'offered'
  return (
    <>
      <PageHead form={EMPTY_FORM} title={<bdi>{entry.fullName || entry.code}</bdi>} lead={<bdi>{entry.code}</bdi>} />
      <WaitingTable rows={[entry]} />
      <p className="row after">
        {entry.state === 'waiting' && entry.orderId === null && (
          <a className="btn go" href={path(`${base}/offer`)}>
            {t('waiting.desk.offer')}
          </a>
        )}{' '}
        {entry.email && (
          <a className="btn" href={`mailto:${entry.email}?subject=${encodeURIComponent(`${title} (${entry.code})`)}`}>
            {t('waiting.desk.write')}
          </a>
        )}{' '}
        {isActive && entry.orderId === null && (
          <a className="btn" href={path(`${base}/remove`)}>
            {t('waiting.desk.remove')}
          </a>
        )}
      </p>
      <Leaf id="offers" title={t('waiting.desk.offersHeading')}>
        {entry.offers.length === 0 ? (
          <p>{t('waiting.desk.noOffers')}</p>
        ) : (
          <ScrollTable labelledBy="offers">
            <thead>
              <tr>
                <th scope="col">{t('waiting.desk.made')}</th>
                <th scope="col" className="num">
                  {t('waiting.desk.seats')}
                </th>
                <th scope="col">{t('waiting.desk.wants')}</th>
                <th scope="col">{t('waiting.desk.until')}</th>
                <th scope="col">{t('waiting.desk.state')}</th>
              </tr>
            </thead>
            <tbody>
              {entry.offers.map((offer) => (
                <tr key={offer.id}>
                  <th scope="row">
                    <Moment at={offer.createdAt} zone={zone} />
                  </th>
                  <td className="num">{offer.seats}</td>
                  <td>
                    <bdi>{offer.ticket}</bdi>
                  </td>
                  <td>
                    <Moment at={offer.untilAt} zone={zone} />
                  </td>
                  <td>{t(`waiting.desk.offerStates.${offer.state}`)}</td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </Leaf>
    </>
  )
}
