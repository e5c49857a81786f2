import { CERTIFICATES_FILE } from '#app/certificates/certificate.ts'
import { pageCount } from '#app/participants/paging.ts'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  base: string
  counts: { gets: number; changed: number }
  printable: number
}

/** What can be done with the certificates of an event, each on a page that asks first. */
export function CertificatesActs({ base, counts, printable }: Props) {
  const { t, path } = usePage()
  const parts = pageCount(printable, CERTIFICATES_FILE)
  return (
    <div className="flow">
      <p className="row">
        {counts.gets > 0 && (
          <a className="btn go" href={path(`${base}/issue`)}>
            {t('certificate.acts.issue', { count: counts.gets })}
          </a>
        )}
        {counts.changed > 0 && (
          <a className="btn" href={path(`${base}/reissue`)}>
            {t('certificate.acts.reissue', { count: counts.changed })}
          </a>
        )}
        <a className="btn" href={path(`${base}/ask`)}>
          {t('certificate.acts.askNames')}
        </a>
        <a className="btn" href={path(`${base}/rule`)}>
          {t('certificate.acts.rule')}
        </a>
        {printable > 0 && parts === 1 && (
          <a className="btn" href={path(`${base}.pdf`)}>
            {t('certificate.acts.print')}
          </a>
        )}
      </p>
      {parts > 1 && (
        <p className="row">
          {t('certificate.acts.print')}
          {Array.from({ length: parts }, (_, at) => (
            <a key={at} href={path(`${base}.pdf?part=${at + 1}`)}>
              {t('certificate.acts.part', {
                first: at * CERTIFICATES_FILE + 1,
                last: Math.min(printable, (at + 1) * CERTIFICATES_FILE),
              })}
            </a>
          ))}
        </p>
      )}
    </div>
  )
}
