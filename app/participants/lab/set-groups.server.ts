import type { Kysely } from 'kysely'
import { type Dealing, dealGroups } from './deal-groups.ts'
import { readLab } from './lab-queries.server.ts'
import { recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

interface Lab {
  eventId: string
  trackId: string
  accountId: string
  now: Instant
}

/** Somebody's group by hand; '' is none. `was` is what was shown. */
export interface GroupChoice {
  registrationId: string
  was: string
  name: string
}

/** Deals everybody of a lab out into groups, anew. */
export async function dealOut(
  db: Kysely<Database>,
  { count, by, ...lab }: Lab & { count: number; by: Dealing },
): Promise<Result<{ dealt: number }>> {
  return await transact(db, async (db) => {
    const { people } = await readLab(db, lab)
    const dealt = dealGroups(people, { count, by })
    if (dealt.length > 0) {
      const ids = dealt.map(({ registrationId }) => registrationId)
      await db.deleteFrom('labGroups').where('registrationId', 'in', ids).execute()
      await db
        .insertInto('labGroups')
        .values(dealt.map((one) => ({ ...one, eventId: lab.eventId })))
        .execute()
    }
    await record(db, lab, 'lab.groups-dealt', { count, by, dealt: dealt.length })
    return { dealt: dealt.length }
  })
}

/** Puts people into groups by hand; whoever was put elsewhere meanwhile stops it all. */
export async function setGroups(
  db: Kysely<Database>,
  { choices, ...lab }: Lab & { choices: GroupChoice[] },
): Promise<Result<{ changed: number }>> {
  return await transact(db, async (db) => {
    const { people } = await readLab(db, lab)
    const known = new Map(people.map(({ registrationId, group }) => [registrationId, group ?? '']))
    const changes = choices.filter(({ was, name }) => was !== name)
    for (const { registrationId, was, name } of changes) {
      if (known.get(registrationId) !== was) throw new Refused({ code: 'stale' })
      const row = { registrationId, eventId: lab.eventId, name }
      if (was === '') await db.insertInto('labGroups').values(row).execute()
      else {
        const own = { registrationId, name: was }
        const changed =
          name === ''
            ? (
                await db
                  .deleteFrom('labGroups')
                  .where(({ eb, and }) =>
                    and([eb('registrationId', '=', own.registrationId), eb('name', '=', own.name)]),
                  )
                  .executeTakeFirst()
              ).numDeletedRows
            : (
                await db
                  .updateTable('labGroups')
                  .set({ name })
                  .where('registrationId', '=', own.registrationId)
                  .where('name', '=', own.name)
                  .executeTakeFirst()
              ).numUpdatedRows
        if (changed === 0n) throw new Refused({ code: 'stale' })
      }
    }
    if (changes.length > 0)
      await record(db, lab, 'lab.groups-changed', {
        groups: changes.map(({ registrationId, name }) => ({ registrationId, name })),
      })
    return { changed: changes.length }
  })
}

async function record(
  db: Kysely<Database>,
  { eventId, trackId, accountId, now }: Lab,
  action: string,
  after: Record<string, unknown>,
): Promise<void> {
  await recordAudit(db, now, [
    {
      actor: { kind: 'account', id: accountId },
      action,
      objectKind: 'lab',
      objectId: eventId,
      eventId,
      after: { trackId, ...after },
    },
  ])
}
