import { Pages } from '#app/ui/pages.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'
import { languageName } from '#app/values/dates.ts'

interface Reader {
  id: string
  name: string
  email: string
  language: string
  count: number
}

/** Who is told, a page of them, each with the way to their own mail. */
export function TellReaders({
  base,
  readers,
  page,
  pageCount,
}: {
  base: string
  readers: Reader[]
  page: number
  pageCount: number
}) {
  const { t, path, language } = usePage()
  const addressOf = (query: Record<string, string>) => `${path(base)}?${new URLSearchParams(query)}`
  return (
    <section aria-labelledby="who" className="flow after">
      <h2 id="who">{t('release.tell.who')}</h2>
      <ScrollTable labelledBy="who">
        <thead>
          <tr>
            <th scope="col">{t('release.tell.name')}</th>
            <th scope="col" className="more">
              {t('release.tell.address')}
            </th>
            <th scope="col">{t('release.tell.language')}</th>
            <th scope="col">{t('release.tell.count')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {readers.map((reader) => (
            <tr key={reader.id}>
              <th scope="row">
                <bdi>{reader.name}</bdi>
              </th>
              <td className="more">
                <bdi>{reader.email}</bdi>
              </td>
              <td>{languageName(reader.language, language)}</td>
              <td>{reader.count}</td>
              <td>
                <a
                  href={`${addressOf({ page: String(page), reader: reader.id })}#mail`}
                  aria-label={t('release.tell.readOf', { name: isolate(reader.name) })}
                >
                  {t('release.tell.read')}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      <Pages page={page} pageCount={pageCount} addressOf={(number) => addressOf({ page: String(number) })} />
    </section>
  )
}
