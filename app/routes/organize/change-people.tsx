import type { Preview } from './change-preview.tsx'
import { Kpis } from '#app/ui/kpis.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { directionOf, languageOf } from '#app/locales/languages.ts'
import { languageName } from '#app/values/dates.ts'

/** Who is told, by language, with the mail as one of them gets it; and who is not, with the reason. */
export function ChangePeople({ preview, mail }: { preview: Preview; mail: { subject: string; text: string } | null }) {
  const { t, language } = usePage()
  const { told, left, languages } = preview
  return (
    <>
      <Leaf id="told" title={t('standing.preview.told')} isWide>
        <Kpis
          items={[
            {
              label: t('standing.preview.toldCount'),
              value: told.total,
              detail: languages
                .map((one) => `${languageName(one.language, language)} ${one.count}`)
                .join(t('common.listSeparator')),
            },
            { label: t('standing.preview.leftCount'), value: left.total },
          ]}
        />
        {told.total === 0 && <p>{t('standing.preview.nobody')}</p>}
        {left.total > 0 && <LeftTable preview={preview} />}
      </Leaf>
      {mail && preview.reader && <Mail mail={mail} reader={preview.reader} />}
      {told.total > 0 && (
        <Leaf id="people" title={t('standing.preview.people')} isWide>
          <ToldTable preview={preview} />
        </Leaf>
      )}
    </>
  )
}

function ToldTable({ preview: { address, people, told, reader } }: { preview: Preview }) {
  const { t, path, language } = usePage()
  return (
    <>
      <ScrollTable labelledBy="people">
        <thead>
          <tr>
            <th scope="col">{t('standing.preview.person')}</th>
            <th scope="col">{t('standing.preview.language')}</th>
            <th scope="col">{t('standing.preview.mail')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.id} aria-current={one.id === reader?.id ? 'true' : undefined}>
              <th scope="row">
                <bdi>{one.name || one.email}</bdi>
                <br />
                <small>
                  <bdi>{one.email}</bdi>
                </small>
              </th>
              <td>{languageName(one.language, language)}</td>
              <td>
                <a href={`${path(`${address}/preview`)}?page=${told.page}&to=${one.id}#mail`}>
                  {t('standing.preview.look')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <Pages
        page={told.page}
        pageCount={told.pages}
        addressOf={(number) => `${path(`${address}/preview`)}?page=${number}#people`}
      />
    </>
  )
}

function LeftTable({ preview: { address, leftOut, left } }: { preview: Preview }) {
  const { t, path } = usePage()
  return (
    <>
      <h3>{t('standing.preview.left')}</h3>
      <ul className="flow">
        {leftOut.map(({ id, name, code, reason }) => (
          <li key={id}>
            <bdi>{name || code}</bdi>: {t(`standing.preview.reasons.${reason}`)}
          </li>
        ))}
      </ul>
      <Pages
        page={left.page}
        pageCount={left.pages}
        addressOf={(number) => `${path(`${address}/preview`)}?left=${number}#told`}
      />
    </>
  )
}

function Mail({
  mail,
  reader,
}: {
  mail: { subject: string; text: string }
  reader: { name: string; language: string }
}) {
  const { t } = usePage()
  const code = languageOf(reader.language)
  return (
    <Leaf id="mail" title={t('standing.preview.mailTo', { name: reader.name })} isWide>
      <p>
        <b dir="auto">{mail.subject}</b>
      </p>
      <div className="scroll" role="group" aria-labelledby="mail" tabIndex={0}>
        <pre lang={code} dir={directionOf(code)}>
          {mail.text}
        </pre>
      </div>
    </Leaf>
  )
}
