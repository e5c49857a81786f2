import type { SerializeFrom } from '@remix-run/node'
import type { FoundCertificate } from '#app/certificates/find-certificate.server.ts'
import { CertificateFacts } from '#app/ui/certificate/certificate-facts.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { Note } from '#app/ui/note.tsx'
import { seriesOf, type SeriesMark } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'
import { formatDay, formatMoment } from '#app/values/dates.ts'

type Found = SerializeFrom<FoundCertificate>

/** What we say of a certificate today: that it is genuine, was revoked, or that its name was erased. */
export function VerifiedPage({ found }: { found: Found }) {
  const { t, path, language } = usePage()
  const { serial, content, state, isIntact } = found
  const day = (moment: string | null) => (moment === null ? '' : formatMoment(moment, 'UTC', language))
  const issuedOn = content ? formatDay(content.issuedOn, language) : day(found.issuedAt)
  const verdict = !isIntact ? 'damaged' : state === 'issued' ? 'genuine' : state
  return (
    <main id="main" tabIndex={-1} data-series={content ? seriesOf(content.mark as SeriesMark) : undefined}>
      <div className="flow intro">
        <p className="kind">{t('certificate.of', { serial: isolate(serial) })}</p>
        <h1>{t(`certificate.verify.${verdict}`)}</h1>
        {verdict === 'genuine' && (
          <Note is="ok">
            <p>{t('certificate.verify.says', { day: issuedOn })}</p>
            {found.reissuedAt && <p>{t('certificate.verify.reissued', { day: day(found.reissuedAt) })}</p>}
          </Note>
        )}
        {verdict === 'revoked' && (
          <Note is="warn">
            <p>{t('certificate.verify.revokedOn', { day: day(found.revokedAt) })}</p>
            <p>{t('certificate.verify.revokedWhy', { reason: isolate(found.reason) })}</p>
          </Note>
        )}
        {verdict === 'erased' && <p className="lead">{t('certificate.verify.erasedLead', { day: issuedOn })}</p>}
        {verdict === 'erased' && found.revokedAt && (
          <p>{t('certificate.verify.revokedOn', { day: day(found.revokedAt) })}</p>
        )}
        {verdict === 'damaged' && <p className="lead">{t('certificate.verify.damagedLead')}</p>}
      </div>
      {content && isIntact && (
        <Leaf id="says" title={t(verdict === 'revoked' ? 'certificate.verify.saidBefore' : 'certificate.paper.intro')}>
          <CertificateFacts content={content} serial={serial} />
          {verdict === 'genuine' && <p className="hint">{t('certificate.verify.compare')}</p>}
        </Leaf>
      )}
      <Leaf id="files" title={t('certificate.verify.files')} isPrinted={false}>
        <p className="row">
          {content && isIntact && (
            <>
              <a href={path(`/verify/${serial}.jws`)} download>
                {t('certificate.verify.jws')}
              </a>{' '}
            </>
          )}
          <a href={path(`/verify/${serial}.json`)}>{t('certificate.verify.json')}</a>{' '}
          <a href={path('/verify/how')}>{t('certificate.verify.how')}</a>{' '}
          <a href={path('/verify')}>{t('certificate.verify.another')}</a>
        </p>
      </Leaf>
    </main>
  )
}
