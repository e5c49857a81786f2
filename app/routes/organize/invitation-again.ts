import { ofTeam } from './team-ending.server.ts'
import { inviteAgain } from '#app/people/team/end-invitation.server.ts'

export const action = ofTeam('sent', (db, { id, ...input }) => inviteAgain(db, { ...input, invitationId: id }))
