import { usePage } from '../use-page.ts'

interface Props {
  person: {
    name: string
    latinName: string | null
    trackId: string | null
    attended: { present: number; of: number }
    share: number
  }
  /** Of tracks, by id. */
  titles: Record<string, string>
  href: string
}

/** In a row of people who could have a certificate: the name in both forms, the track, and how much they were at. */
export function PersonCells({ person, titles, href }: Props) {
  const { t } = usePage()
  const { present, of } = person.attended
  return (
    <>
      <td>
        <a href={href}>
          <bdi>{person.name}</bdi>
        </a>
        {person.latinName && (
          <>
            <br />
            <small>
              <bdi>{person.latinName}</bdi>
            </small>
          </>
        )}
      </td>
      <td>{person.trackId && <bdi>{titles[person.trackId]}</bdi>}</td>
      <td>
        {of === 0 ? (
          <span className="mute">{t('certificate.list.nothing')}</span>
        ) : (
          t('certificate.list.share', { percent: person.share, present, of })
        )}
      </td>
    </>
  )
}
