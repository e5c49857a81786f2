import type { SerializeFrom } from '@remix-run/node'
import type { Standing } from '#app/certificates/list-standings.server.ts'
import { PersonCells } from '#app/ui/certificate/person-cells.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Props {
  people: SerializeFrom<Standing>[]
  titles: Record<string, string>
  base: string
  page: number
}

/** A page of names with a box for each who is not signed off yet. */
export function CertificatesProof({ people, titles, base, page }: Props) {
  const { t, path } = usePage()
  const isOpen = people.some(({ signedOffAt }) => signedOffAt === null)
  return (
    <form method="post" action={path(base)}>
      <input type="hidden" name="page" value={page} />
      <ScrollTable label={t('certificate.proof.title')}>
        <thead>
          <tr>
            <th>{t('certificate.person.signOff')}</th>
            <th>{t('certificate.list.name')}</th>
            <th>{t('certificate.list.track')}</th>
            <th>{t('certificate.list.attended')}</th>
            <th>{t('certificate.list.standing')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.registrationId}>
              <td>
                {person.signedOffAt === null ? (
                  <input
                    type="checkbox"
                    name="person"
                    value={person.registrationId}
                    aria-label={t('certificate.proof.tick', { name: isolate(person.name) })}
                  />
                ) : (
                  <Tag is="ok">{t('certificate.list.signedOff')}</Tag>
                )}
              </td>
              <PersonCells person={person} titles={titles} href={path(`${base}/${person.registrationId}`)} />
              <td>
                <small>
                  {t(person.confirmedAt === null ? 'certificate.list.notConfirmed' : 'certificate.list.confirmed')}
                  {person.certificate && (
                    <>
                      <br />
                      <bdi className="nowrap">{person.certificate.serial}</bdi>
                    </>
                  )}
                </small>
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
      {isOpen && (
        <p className="after noprint">
          <button className="go">{t('certificate.proof.signOff')}</button>
        </p>
      )}
    </form>
  )
}
