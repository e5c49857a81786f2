import type { Kysely } from 'kysely'
import { holdApplication, type HoldRefusal } from './hold-application.server.ts'
import { tellChanged } from './tell-changed.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Call } from '#app/applications/calls/call.ts'
import { STEP } from '#app/applications/form/form-steps.ts'
import { teamCode } from '#app/applications/form/team-code.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** As many as apply together. */
const LARGEST_TEAM = 3

export type TeamRefusal = HoldRefusal | 'team-unknown' | 'team-full'

export interface SaveTeam {
  applicationId: string
  call: Call
  /** `new`: make a code to give to the others; `alone`: none; otherwise the code that somebody was given. */
  team: 'new' | 'alone' | { code: string }
  waives?: boolean
  now: Instant
  actor: Actor
}

/** Makes an application one of a team's, or nobody's. */
export async function saveTeam(
  db: Kysely<Database>,
  { applicationId, call, team, waives = false, now, actor }: SaveTeam,
): Promise<Result<void, TeamRefusal | 'busy'>> {
  return await transact<void, TeamRefusal>(db, async (db) => {
    const held = await holdApplication(db, { applicationId, waives, now })
    await db.updateTable('applications').set({ reached: STEP.team }).where('id', '=', applicationId).execute()
    if (team === 'new' && held.teamId !== null) return
    const teamId =
      team === 'alone'
        ? null
        : team === 'new'
          ? await makeTeam(db, call.id, now)
          : await join(db, call.id, team.code, applicationId)
    if (teamId === held.teamId) return
    await db.updateTable('applications').set({ teamId }).where('id', '=', applicationId).execute()
    await tellChanged(db, { held, call, after: { teamId }, now, actor })
  })
}

async function makeTeam(db: Kysely<Database>, callId: string, now: Instant): Promise<string> {
  const id = newId(now)
  await db
    .insertInto('applicationTeams')
    .values({ id, callId, code: newCode('T').slice(1), createdAt: now })
    .execute()
  return id
}

async function join(db: Kysely<Database>, callId: string, typed: string, applicationId: string): Promise<string> {
  // Held, so that two who join at the same moment do not make a team too large.
  const { numUpdatedRows } = await db
    .updateTable('applicationTeams')
    .set((row) => ({ createdAt: row.ref('createdAt') }))
    .where('callId', '=', callId)
    .where('code', '=', teamCode(typed) ?? '')
    .executeTakeFirst()
  const team = await db
    .selectFrom('applicationTeams')
    .select('id')
    .where('callId', '=', callId)
    .where('code', '=', teamCode(typed) ?? '')
    .executeTakeFirst()
  if (!team || numUpdatedRows === 0n) throw new Refused<TeamRefusal>({ code: 'team-unknown', field: 'teamCode' })
  const members = await db
    .selectFrom('applications')
    .select('id')
    .where('teamId', '=', team.id)
    .where('id', '<>', applicationId)
    .where('state', '<>', 'withdrawn')
    .execute()
  if (members.length >= LARGEST_TEAM)
    throw new Refused<TeamRefusal>({ code: 'team-full', field: 'teamCode', details: { maximum: LARGEST_TEAM } })
  return team.id
}
