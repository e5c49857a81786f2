import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { EffectOf } from './effect-of.tsx'
import { notFound } from '#app/http/answers.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { Crumbs } from '#app/ui/crumbs.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { Note } from '#app/ui/note.tsx'
import { StepPages } from '#app/ui/pages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { cursorOf } from '#app/values/cursor.ts'
import { cleanLine } from '#app/values/text.ts'
import { listCampaigns, listVouchers } from '#app/vouchers/campaigns/queries.server.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('offer.codes'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const campaign = (await listCampaigns(db, event.id)).find(({ id }) => id === params.campaign)
  if (!campaign) throw notFound()
  const search = cleanLine(address.get('q') ?? '').slice(0, 100)
  const made = Number(/^\d{1,4}$/.exec(address.get('made') ?? '')?.[0] ?? -1)
  const found = await listVouchers(db, {
    eventId: event.id,
    campaignId: campaign.id,
    search,
    cursor: cursorOf(address),
  })
  return { campaign, search, made, ...found }
}

export default function Codes() {
  const { campaign, search, made, vouchers, total, steps } = useLoaderData<typeof loader>()
  const { slug } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/vouchers/${campaign.id}`
  return (
    <>
      <Crumbs trail={[{ label: t('offer.vouchers'), to: `/organize/${slug}/vouchers` }, { label: campaign.name }]} />
      <div className="row ends">
        <div>
          <h1>
            <bdi>{campaign.name}</bdi>
          </h1>
          <div className="mute">
            <EffectOf campaign={campaign} />
          </div>
          <p className="mute">
            {t('offer.codeCount', { count: campaign.issued })}{' '}
            {t('offer.usedOf', { used: campaign.used, possible: campaign.possible })}
          </p>
        </div>
        <p className="row">
          <a className="btn" href={path(base)}>
            {t('offer.editCampaign')}
          </a>{' '}
          {total > 0 && (
            <a className="btn" href={path(`${base}.csv`)}>
              {t('offer.downloadCodes')}
            </a>
          )}{' '}
          <a className="btn go" href={path(`${base}/codes/new`)}>
            {t('offer.makeCodes')}
          </a>
        </p>
      </div>
      {made >= 0 && (
        <Note is="ok">
          <p role="status">{t('offer.madeCodes', { count: made })}</p>
        </Note>
      )}
      {(campaign.issued > 0 || search !== '') && (
        <form className="row filt" role="search" aria-label={t('organize.filter')} action={path(`${base}/codes`)}>
          <div>
            <label htmlFor="q">{t('offer.searchCodes')}</label>
            <input id="q" name="q" type="search" defaultValue={search} dir="auto" />
          </div>
          <button>{t('organize.show')}</button>
        </form>
      )}
      {vouchers.length === 0 ? (
        <Empty title={search === '' ? t('offer.noCodes') : t('offer.noCodesFound')}>
          <p>{search === '' ? t('offer.noCodesWhy') : <a href={path(`${base}/codes`)}>{t('organize.showAll')}</a>}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('offer.codes')}>
          <thead>
            <tr>
              <th scope="col">{t('offer.code')}</th>
              <th scope="col" className="num">
                {t('offer.used')}
              </th>
              <th scope="col">{t('offer.boundTo')}</th>
              <th scope="col" className="more">
                {t('offer.note')}
              </th>
              <th scope="col">{t('organize.statusHead')}</th>
            </tr>
          </thead>
          <tbody>
            {vouchers.map((voucher) => (
              <tr key={voucher.id}>
                <th scope="row">
                  <a href={path(`${base}/codes/${voucher.id}`)}>
                    <bdi>{voucher.code}</bdi>
                  </a>
                </th>
                <td className="num">{t('offer.usedOf', { used: voucher.used, possible: voucher.maximumUses })}</td>
                <td>{voucher.emailKey ? <bdi>{voucher.emailKey}</bdi> : t('offer.anybody')}</td>
                <td className="more">
                  <bdi>{voucher.note}</bdi>
                </td>
                <td>
                  {voucher.isDisabled === 1 ? (
                    <Tag is="off">{t('offer.disabled')}</Tag>
                  ) : voucher.used >= voucher.maximumUses ? (
                    <Tag is="off">{t('offer.usedUp')}</Tag>
                  ) : (
                    <Tag is="ok">{t('offer.valid')}</Tag>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <StepPages
        steps={steps}
        addressOf={(cursor) => path(`${base}/codes?${new URLSearchParams({ q: search, ...cursor })}`)}
      />
    </>
  )
}
