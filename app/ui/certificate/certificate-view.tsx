import type { CertificatePaper } from '#app/certificates/certificate-sheet.ts'
import { QrCode } from '#app/ui/qr-code.tsx'
import { seriesOf } from '#app/ui/series-mark.ts'
import { usePage } from '#app/ui/use-page.ts'

/** A certificate as it stands on paper, in its own language and direction. */
export function CertificateView({ paper, isPreview = false }: { paper: CertificatePaper; isPreview?: boolean }) {
  const { t } = usePage()
  const { name, latinName, seal, serial, signatories } = paper
  return (
    <div
      className="cert"
      data-series={seriesOf(paper.mark)}
      lang={paper.language}
      dir={paper.isRightToLeft ? 'rtl' : 'ltr'}
    >
      <svg className="seal" viewBox="0 0 120 120" aria-hidden="true">
        <path d={seal.lines} />
        <path d={seal.nodes} />
      </svg>
      <p className="kind">{paper.kind}</p>
      <p>{paper.intro}</p>
      <h2>
        <bdi>{name}</bdi>
        {latinName !== '' && (
          <>
            <br />
            <small>
              <bdi>{latinName}</bdi>
            </small>
          </>
        )}
      </h2>
      <p className="lead">{paper.statement}</p>
      <p>{paper.where}</p>
      <div className="signs">
        {signatories.map((one, at) => (
          <p key={at}>
            <b>
              <bdi>{one.name}</bdi>
            </b>
            <br />
            <small>
              {[one.latinName, one.title].filter(Boolean).map((text, at) => (
                <span key={text}>
                  {at > 0 && t('common.listSeparator')}
                  <bdi>{text}</bdi>
                </span>
              ))}
            </small>
          </p>
        ))}
        {!isPreview && (
          <div>
            <QrCode text={paper.verifyUrl} label={t('certificate.paper.code', { serial })} />
            <p className="hint">
              {paper.verifyAt}
              <br />
              <code>{serial}</code>
            </p>
          </div>
        )}
      </div>
    </div>
  )
}
