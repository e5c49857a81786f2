import { LANGUAGES } from '#app/locales/languages.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Track {
  id: string
  title: string | null
  written: string[]
  signatories: string[]
}

/** What is written for each track in each language, and who signs it. */
export function CertificatesRuleTexts({ tracks, base }: { tracks: Track[]; base: string }) {
  const { t, path } = usePage()
  return (
    <Leaf id="texts" title={t('certificate.rule.texts')} isWide>
      <p>
        {t('certificate.rule.textsLead')} {t('certificate.rule.signatoriesLead')}
      </p>
      <ScrollTable labelledBy="texts">
        <thead>
          <tr>
            <th>{t('certificate.list.track')}</th>
            {LANGUAGES.map(({ code, name }) => (
              <th key={code} lang={code}>
                {name}
              </th>
            ))}
            <th>{t('certificate.rule.signatories')}</th>
          </tr>
        </thead>
        <tbody>
          {tracks.map(({ id, title, written, signatories }) => (
            <tr key={id}>
              <th scope="row">{title === null ? t('certificate.rule.allTracks') : <bdi>{title}</bdi>}</th>
              {LANGUAGES.map(({ code }) => (
                <td key={code}>
                  <a href={path(`${base}/text?${new URLSearchParams({ track: id, text: code })}`)}>
                    {t(written.includes(code) ? 'certificate.rule.written' : 'certificate.rule.standard')}
                  </a>
                </td>
              ))}
              <td>
                <a href={path(`${base}/signatories?${new URLSearchParams({ track: id })}`)}>
                  {signatories.length === 0 ? (
                    t('certificate.rule.nobody')
                  ) : (
                    <bdi>{signatories.join(t('common.listSeparator'))}</bdi>
                  )}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </Leaf>
  )
}
