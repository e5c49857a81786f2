import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { ofTeam } from './team-ending.server.ts'
import { requireTeam } from './team-place.server.ts'
import { notFound } from '#app/http/answers.ts'
import { endRole } from '#app/people/team/end-role.server.ts'
import { findMember } from '#app/people/team/team-queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('team.removeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { team } = await requireTeam(request, context, params.event!)
  const member = await findMember(context.services.db, team, params.role!)
  if (!member) throw notFound()
  return { name: member.fullName || member.email, role: member.role }
}

export const action = ofTeam('ended', (db, { id, ...input }) => endRole(db, { ...input, roleId: id }))

export default function Remove() {
  const { name, role } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={t('common.labelled', { label: t(`account.work.roles.${role}`), text: name })}
      title={t('team.removeTitle')}
      button={t('team.remove')}
      lead={t('team.removeLead')}
      list="team"
    />
  )
}
