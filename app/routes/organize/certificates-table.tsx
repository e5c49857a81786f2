import type { SerializeFrom } from '@remix-run/node'
import type { Standing } from '#app/certificates/list-standings.server.ts'
import { PersonCells } from '#app/ui/certificate/person-cells.tsx'
import { isolate } from '#app/ui/isolate.ts'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { Tag, type TagKind } from '#app/ui/tag.tsx'
import { usePage } from '#app/ui/use-page.ts'

const TAGS: Record<Standing['standing'], TagKind> = { gets: 'wait', issued: 'ok', changed: 'wait', none: 'off' }

interface Props {
  people: SerializeFrom<Standing>[]
  titles: Record<string, string>
  base: string
}

/** Everybody with where they stand, and in words why not. */
export function CertificatesTable({ people, titles, base }: Props) {
  const { t, path } = usePage()
  return (
    <ScrollTable label={t('certificate.title')}>
      <thead>
        <tr>
          <th>{t('certificate.list.name')}</th>
          <th>{t('certificate.list.track')}</th>
          <th>{t('certificate.list.attended')}</th>
          <th>{t('certificate.list.standing')}</th>
          <th>{t('certificate.list.number')}</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.registrationId}>
            <PersonCells person={person} titles={titles} href={path(`${base}/${person.registrationId}`)} />
            <td>
              <Tag is={TAGS[person.standing]}>{t(`certificate.states.${person.standing}`)}</Tag>
              <Why person={person} />
            </td>
            <td>
              {person.certificate && (
                <a href={path(`/verify/${person.certificate.serial}`)}>
                  <bdi className="nowrap">{person.certificate.serial}</bdi>
                </a>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}

function Why({ person }: { person: SerializeFrom<Standing> }) {
  const { t } = usePage()
  const reasons = person.standing === 'none' ? person.reasons : []
  const words = [
    ...reasons.map((reason) => t(`certificate.reasons.${reason}`)),
    ...(person.exceptionReason ? [t('certificate.list.byHand', { reason: isolate(person.exceptionReason) })] : []),
    ...person.revoked.map((serial) => t('certificate.list.revoked', { serial: isolate(serial) })),
  ]
  if (words.length === 0) return null
  return (
    <>
      <br />
      <small>{words.join(t('common.listSeparator'))}</small>
    </>
  )
}
