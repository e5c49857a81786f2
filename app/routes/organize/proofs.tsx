import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { PROOF_TAGS } from './proof-tags.ts'
import { requireOrganizer } from '#app/http/guards.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { listProofs, PROOFS_PAGE } from '#app/registrations/proofs/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('question.proofs.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { event } = await requireOrganizer(request, context, params.event!)
  const page = pageNumber(new URL(request.url).searchParams.get('page'))
  const found = await listProofs(context.services.db, { eventId: event.id, page, language: context.language })
  return { ...found, pageCount: pageCount(found.total, PROOFS_PAGE) }
}

export default function Proofs() {
  const { rows, total, page, pageCount: pages } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const address = path(`/organize/${slug}/proofs`)
  return (
    <>
      <div className="row ends">
        <div>
          <h1>{t('question.proofs.title')}</h1>
          <p className="mute">{t('question.proofs.lead')}</p>
        </div>
        <a className="btn" href={`${address}/lists`}>
          {t('question.proofs.lists')}
        </a>
      </div>
      {total === 0 ? (
        <Empty title={t('question.proofs.none')}>
          <p>{t('question.proofs.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('question.proofs.title')}>
          <thead>
            <tr>
              <th scope="col">{t('question.proofs.person')}</th>
              <th scope="col">{t('question.proofs.of')}</th>
              <th scope="col" className="more">
                {t('question.proofs.how')}
              </th>
              <th scope="col">{t('question.proofs.state')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((proof) => (
              <tr key={proof.id}>
                <th scope="row">
                  <a href={`${address}/${proof.id}`}>
                    <bdi>{proof.fullName || proof.code}</bdi>
                  </a>
                  <br />
                  <small>
                    <bdi>{proof.ticket}</bdi>
                  </small>
                </th>
                <td>{t(`question.proofs.eligibility.${proof.eligibility}`)}</td>
                <td className="more">{t(`question.proofs.ways.${proof.how}`)}</td>
                <td>
                  <Tag is={PROOF_TAGS[proof.state]}>{t(`question.proofs.states.${proof.state}`)}</Tag>
                  <br />
                  <small>
                    <Moment at={proof.verifiedAt ?? proof.createdAt} zone={zone} />
                  </small>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages page={page} pageCount={pages} addressOf={(number) => `${address}?page=${number}`} />
    </>
  )
}
