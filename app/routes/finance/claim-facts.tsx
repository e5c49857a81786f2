import { foreign } from '#app/ui/foreign.ts'
import { Moment } from '#app/ui/moment.tsx'
import { Price } from '#app/ui/money.tsx'
import { usePage } from '#app/ui/use-page.ts'
import type { Money } from '#app/values/money.ts'

interface Shown {
  id: string
  code: string
  title: string
  titleLanguage: string
  fullName: string
  payerName: string | null
  organization: string | null
  method: 'card' | 'bank-transfer' | 'invoice' | 'mobile-money' | 'desk' | 'waiver'
  reference: string
  note: string
  fileId: string | null
  fileName: string | null
  erasedAt: string | null
  createdAt: string
  zone: string
  due: Money | null
}

/** What a payer told us, beside what is due. */
export function ClaimFacts({ claim, address }: { claim: Shown; address: string }) {
  const { t, path, language } = usePage()
  return (
    <dl>
      <dt>{t('pay.claims.order')}</dt>
      <dd>
        <a href={path(address)}>
          <bdi>{claim.code}</bdi>
        </a>
        {' · '}
        <bdi {...foreign(claim.titleLanguage, language)}>{claim.title}</bdi>
      </dd>
      <dt>{t('pay.decide.by')}</dt>
      <dd>
        <bdi>{claim.payerName ?? claim.fullName}</bdi>
        {claim.organization && (
          <>
            {t('common.listSeparator')}
            <bdi>{claim.organization}</bdi>
          </>
        )}
      </dd>
      <dt>{t('pay.decide.method')}</dt>
      <dd>{t(`pay.method.${claim.method}`)}</dd>
      <dt>{t('pay.claims.due')}</dt>
      <dd>{claim.due && <Price isFull money={claim.due} />}</dd>
      {claim.reference && (
        <>
          <dt>{t('pay.decide.reference')}</dt>
          <dd>
            <bdi dir="ltr">{claim.reference}</bdi>
          </dd>
        </>
      )}
      {claim.note && (
        <>
          <dt>{t('pay.decide.note')}</dt>
          <dd>
            <bdi>{claim.note}</bdi>
          </dd>
        </>
      )}
      {claim.fileId && (
        <>
          <dt>{t('pay.decide.file')}</dt>
          <dd>
            {claim.erasedAt ? (
              t('pay.decide.erased')
            ) : (
              <a href={path(`/finance/claims/${claim.id}/file`)}>
                {t('pay.decide.openFile')} <bdi>{claim.fileName}</bdi>
              </a>
            )}
          </dd>
        </>
      )}
      <dt>{t('pay.claims.since')}</dt>
      <dd>
        <Moment at={claim.createdAt} zone={claim.zone} />
      </dd>
    </dl>
  )
}
