import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FinancePage, financeHeaders } from './finance-page.tsx'
import { forbidden } from '#app/http/answers.ts'
import { requireFinance } from '#app/http/guards.server.ts'
import { listIssuers } from '#app/payments/issuers/queries.server.ts'
import { Empty } from '#app/ui/empty.tsx'
import { pageMeta } from '#app/ui/page-meta.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Whose papers and accounts there are; for who sees the money of everybody. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { reach } = await requireFinance(request, context)
  if (reach !== 'all') throw forbidden()
  return { issuers: await listIssuers(context.services.db) }
}

export const headers = financeHeaders

export const meta: MetaFunction<typeof loader> = (args) => pageMeta(args, (t) => ({ title: t('paper.issuers') }))

export const handle = { shell: 'work', section: 'finance' }

export default function Issuers() {
  const { t, path } = usePage()
  const { issuers } = useLoaderData<typeof loader>()
  return (
    <FinancePage
      title={t('paper.issuers')}
      lead={t('paper.issuersLead')}
      seesAll
      actions={
        <a className="btn" href={path('/finance/issuers/new')}>
          {t('paper.addIssuer')}
        </a>
      }
    >
      {issuers.length === 0 ? (
        <Empty title={t('paper.noIssuers')}>
          <p>{t('paper.noIssuersWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('paper.issuers')}>
          <thead>
            <tr>
              <th scope="col">{t('paper.issuerName')}</th>
              <th scope="col">{t('paper.ofHost')}</th>
              <th scope="col">{t('paper.accountNumber')}</th>
              <th scope="col">{t('paper.numberPrefix')}</th>
              <th scope="col" className="num">
                {t('paper.papersIssued')}
              </th>
            </tr>
          </thead>
          <tbody>
            {issuers.map((issuer) => (
              <tr key={issuer.id}>
                <th scope="row">
                  <a href={path(`/finance/issuers/${issuer.id}`)}>
                    <bdi>{issuer.name}</bdi>
                  </a>
                </th>
                <td>
                  <bdi>{issuer.hostName ?? t('paper.everyHost')}</bdi>
                </td>
                <td>
                  <bdi dir="ltr">{issuer.accountNumber ?? t('paper.noAccount')}</bdi>
                </td>
                <td>
                  <bdi dir="ltr">{issuer.numberPrefix}</bdi>
                </td>
                <td className="num">{issuer.papers}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
    </FinancePage>
  )
}
