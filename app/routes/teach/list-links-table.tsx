import type { GivenLink } from '#app/participants/files/links/given-links.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Links that give a list on: for whom, until when, how often they were used, and a button that ends each. */
export function ListLinksTable({
  links,
  slug,
  zone,
  isOrganizer,
}: {
  links: GivenLink[]
  slug: string
  zone: string
  isOrganizer: boolean
}) {
  const { t, path } = usePage()
  return (
    <ScrollTable labelledBy="links">
      <thead>
        <tr>
          <th scope="col">{t('download.link.note')}</th>
          {isOrganizer && (
            <th scope="col" className="more">
              {t('download.link.giver')}
            </th>
          )}
          <th scope="col">{t('download.link.untilHead')}</th>
          <th scope="col" className="num more">
            {t('download.link.uses')}
          </th>
          <th scope="col">
            <span className="vh">{t('download.link.end')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {links.map((link) => (
          <tr key={link.id}>
            <th scope="row">
              <bdi>{link.note}</bdi>
              <br />
              <small>
                {t(`list.purposes.${link.purpose as 'teaching'}`)} · {t(`download.formats.${link.format}`)}
              </small>
            </th>
            {isOrganizer && (
              <td className="more">
                <bdi>{link.giver}</bdi>
              </td>
            )}
            <td>
              <Moment at={link.expiresAt} zone={zone} />
              {link.isOver && (
                <>
                  <br />
                  <small>{t(link.revokedAt === null ? 'download.link.expired' : 'download.link.ended')}</small>
                </>
              )}
            </td>
            <td className="num more">{link.uses}</td>
            <td>
              {!link.isOver && (
                <form method="post" action={path(`/teach/${slug}/links/${link.id}/end`)}>
                  <button aria-label={t('download.link.endNamed', { note: link.note })}>
                    {t('download.link.end')}
                  </button>
                </form>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
