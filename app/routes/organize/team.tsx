import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta, useDesk } from './desk.ts'
import { InvitationTable } from './invitation-table.tsx'
import { requireTeam } from './team-place.server.ts'
import { TEAM_PAGE } from '#app/people/team/team-form.ts'
import { listInvitations, listTeam } from '#app/people/team/team-queries.server.ts'
import { pageCount, pageNumber } from '#app/participants/paging.ts'
import { Empty } from '#app/ui/empty.tsx'
import { Leaf } from '#app/ui/leaf.tsx'
import { Moment } from '#app/ui/moment.tsx'
import { Note } from '#app/ui/note.tsx'
import { Pages } from '#app/ui/pages.tsx'
import { ScrollTable } from '#app/ui/scroll-table.tsx'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('team.title'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { team } = await requireTeam(request, context, params.event!)
  const { db } = context.services
  const address = new URL(request.url).searchParams
  const page = pageNumber(address.get('page'))
  const [found, invitations] = await Promise.all([
    listTeam(db, { ...team, hasSeries: true }, page),
    listInvitations(db, team),
  ])
  return { ...found, invitations, page, done: address.get('done'), maySeries: team.hasSeries }
}

/** Who works at an event, and who is asked to. */
export default function Team() {
  const { members, total, invitations, page, done, maySeries } = useLoaderData<typeof loader>()
  const { slug, zone } = useDesk()
  const { t, path } = usePage()
  const base = `/organize/${slug}/team`
  return (
    <>
      {(done === 'sent' || done === 'ended') && (
        <Note is="ok">
          <p role="status">{t(`team.${done}`)}</p>
        </Note>
      )}
      <div className="row ends">
        <div>
          <h1>{t('team.title')}</h1>
          <p className="mute">{t('team.lead')}</p>
        </div>
        <a className="btn go" href={path(`${base}/new`)}>
          {t('team.invite')}
        </a>
      </div>
      {members.length === 0 ? (
        <Empty title={t('team.none')} level="h2">
          <p>{t('team.noneWhy')}</p>
        </Empty>
      ) : (
        <ScrollTable label={t('team.title')}>
          <thead>
            <tr>
              <th scope="col">{t('team.name')}</th>
              <th scope="col">{t('team.role')}</th>
              <th scope="col" className="more">
                {t('team.since')}
              </th>
              <th scope="col">
                <span className="vh">{t('team.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {members.map((member) => (
              <tr key={member.id}>
                <th scope="row">
                  <bdi>{member.fullName || member.email}</bdi>
                  {member.fullName && (
                    <>
                      <br />
                      <small>
                        <bdi>{member.email}</bdi>
                      </small>
                    </>
                  )}
                </th>
                <td>
                  {t(`account.work.roles.${member.role}`)}
                  {member.trackCode && (
                    <>
                      {' '}
                      <bdi>{member.trackCode}</bdi>
                    </>
                  )}
                  {member.scope === 'series' && (
                    <>
                      <br />
                      <small>{t('team.bySeries')}</small>
                    </>
                  )}
                </td>
                <td className="more">
                  <Moment at={member.grantedAt} zone={zone} />
                </td>
                <td>
                  {(member.scope === 'event' || maySeries) && (
                    <a href={path(`${base}/roles/${member.id}/remove`)}>
                      {t('team.remove')}
                      <span className="vh"> {member.fullName || member.email}</span>
                    </a>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      )}
      <Pages page={page} pageCount={pageCount(total, TEAM_PAGE)} addressOf={(one) => path(`${base}?page=${one}`)} />
      {invitations.length > 0 && (
        <Leaf id="invited" title={t('team.invited')} isWide>
          <p className="mute">{t('team.invitedLead')}</p>
          <InvitationTable invitations={invitations} />
        </Leaf>
      )}
    </>
  )
}
