import { useDesk } from './desk.ts'
import type { listInvitations } from '#app/people/team/team-queries.server.ts'
import { Moment } from '#app/ui/moment.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

/** Who was asked to join the team and has not answered. */
export function InvitationTable({ invitations }: { invitations: Awaited<ReturnType<typeof listInvitations>> }) {
  const { slug, zone } = useDesk()
  const { t, path, now } = usePage()
  return (
    <ScrollTable labelledBy="invited">
      <thead>
        <tr>
          <th scope="col">{t('team.email')}</th>
          <th scope="col">{t('team.role')}</th>
          <th scope="col" className="more">
            {t('team.until')}
          </th>
          <th scope="col">
            <span className="vh">{t('team.again')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, email, role, scope, trackCode, expiresAt }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{email}</bdi>
            </th>
            <td>
              {t(`account.work.roles.${role}`)} <bdi>{trackCode}</bdi>
              <br />
              <small>{t(scope === 'event' ? 'team.thisEvent' : 'team.allEvents')}</small>
            </td>
            <td className="more">{expiresAt > now ? <Moment at={expiresAt} zone={zone} /> : t('team.over')}</td>
            <td>
              <form method="post" action={path(`/organize/${slug}/team/invitations/${id}/again`)}>
                <button className="plain">
                  {t('team.again')}
                  <span className="vh"> {email}</span>
                </button>
              </form>
              <a href={path(`/organize/${slug}/team/invitations/${id}/revoke`)}>
                {t('team.revoke')}
                <span className="vh"> {email}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  )
}
