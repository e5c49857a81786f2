import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { deskMeta } from './desk.ts'
import { Removal } from './removal.tsx'
import { ofTeam } from './team-ending.server.ts'
import { requireTeam } from './team-place.server.ts'
import { notFound } from '#app/http/answers.ts'
import { revokeInvitation } from '#app/people/team/end-invitation.server.ts'
import { findOpenInvitation } from '#app/people/team/team-queries.server.ts'
import { usePage } from '#app/ui/use-page.ts'

export const meta: MetaFunction = (args) => deskMeta(args, (t) => t('team.revokeTitle'))

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { team } = await requireTeam(request, context, params.event!)
  const invitation = await findOpenInvitation(context.services.db, team, params.invitation!)
  if (!invitation) throw notFound()
  return { email: invitation.email }
}

export const action = ofTeam('', (db, { id, ...input }) => revokeInvitation(db, { ...input, invitationId: id }))

export default function Revoke() {
  const { email } = useLoaderData<typeof loader>()
  const { t } = usePage()
  return (
    <Removal
      name={email}
      title={t('team.revokeTitle')}
      button={t('team.revoke')}
      lead={t('team.revokeLead')}
      list="team"
    />
  )
}
