import type { listMaterials } from '#app/programme/sessions/materials.server.ts'
import { FileSize } from '#app/ui/file-size.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  /** The address of the page, with the language in front. */
  base: string
  materials: Awaited<ReturnType<typeof listMaterials>>
}

/** The materials of a session, for whom each is, and the buttons that put them in order. */
export function MaterialsTable({ base, materials }: Props) {
  const { t } = usePage()
  return (
    <ScrollTable label={t('session.materials.title')}>
      <thead>
        <tr>
          <th scope="col">{t('session.materials.name')}</th>
          <th scope="col">{t('session.materials.audience')}</th>
          {materials.length > 1 && <th scope="col">{t('workshop.sessions.order')}</th>}
          <th scope="col">
            <span className="vh">{t('organize.remove')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {materials.map(({ id, title, url, byteCount, audience }, at) => (
          <tr key={id}>
            <th scope="row">
              <a href={url ?? `${base}/${id}`} className="any">
                <bdi>{title}</bdi>
              </a>{' '}
              <FileSize bytes={byteCount} />
            </th>
            <td>{t(`session.materials.audiences.${audience}`)}</td>
            {materials.length > 1 && (
              <td>
                <form method="post" className="row">
                  {at > 0 && (
                    <button className="plain" formAction={`${base}/${id}/up`}>
                      {t('workshop.sessions.up')}
                      <span className="vh">: {title}</span>
                    </button>
                  )}
                  {at < materials.length - 1 && (
                    <button className="plain" formAction={`${base}/${id}/down`}>
                      {t('workshop.sessions.down')}
                      <span className="vh">: {title}</span>
                    </button>
                  )}
                </form>
              </td>
            )}
            <td>
              <a href={`${base}/${id}/remove`}>
                {t('organize.remove')}
                <span className="vh"> {title}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
