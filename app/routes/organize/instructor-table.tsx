import { useDesk } from './desk.ts'
import { Leaf } from '#app/ui/leaf.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

interface Shown {
  instructors: { roleId: string; email: string; trackId: string }[]
  tracks: { id: string; code: string }[]
}

/** Who sees the participant list besides the organizers. */
export function InstructorTable({ instructors, tracks }: Shown) {
  const { slug } = useDesk()
  const { t, path } = usePage()
  return (
    <Leaf id="list-access" title={t('organize.listAccess.title')}>
      <p className="mute">{t('organize.listAccess.lead')}</p>
      {instructors.length > 0 && (
        <ScrollTable labelledBy="list-access">
          <thead>
            <tr>
              <th scope="col">{t('organize.fields.email')}</th>
              <th scope="col">{t('organize.track')}</th>
              <th scope="col">
                <span className="vh">{t('organize.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {instructors.map(({ roleId, email, trackId }) => (
              <tr key={roleId}>
                <th scope="row">
                  <bdi>{email}</bdi>
                </th>
                <td>
                  {trackId === '' ? (
                    t('organize.wholeEvent')
                  ) : (
                    <bdi>{tracks.find(({ id }) => id === trackId)?.code}</bdi>
                  )}
                </td>
                <td>
                  <a href={path(`/organize/${slug}/team/roles/${roleId}/remove`)}>
                    {t('organize.remove')}
                    <span className="vh"> {email}</span>
                  </a>
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <p>
        <a className="btn" href={path(`/organize/${slug}/team/new?role=instructor`)}>
          {t('organize.listAccess.give')}
        </a>
      </p>
    </Leaf>
  )
}
