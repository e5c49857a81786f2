import type { Kysely } from 'kysely'
import { askReferees } from './ask-referees.server.ts'
import { type NamedReferee, type NameRefusal, nameReferees } from './name-referees.server.ts'
import type { Actor } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type ReplaceRefusal = NameRefusal | 'referee-answered'

interface ReplaceReferee {
  applicationId: string
  refereeId: string
  /** Whom to ask in their place; of the same kind. */
  by: Omit<NamedReferee, 'kind'>
  now: Instant
  actor: Actor
}

/** Asks somebody else for a letter: the link of who was asked before ends. A letter that has come is not replaced. */
export async function replaceReferee(
  db: Kysely<Database>,
  { applicationId, refereeId, by, now, actor }: ReplaceReferee,
): Promise<Result<void, ReplaceRefusal | 'busy'>> {
  return await transact<void, ReplaceRefusal>(db, async (db) => {
    const all = await db
      .selectFrom('referees')
      .select(['id', 'kind', 'fullName', 'email', 'language', 'state'])
      .where('applicationId', '=', applicationId)
      .execute()
    const old = all.find(({ id }) => id === refereeId)
    if (!old || old.state === 'answered') throw new Refused<ReplaceRefusal>({ code: 'referee-answered' })
    const others = all.filter(({ id, state }) => id !== refereeId && state !== 'withdrawn')
    const named = await nameReferees(db, { applicationId, referees: [...others, { ...by, kind: old.kind }], now })
    if (!named.ok) throw new Refused<ReplaceRefusal>(...(named.refusals as { code: ReplaceRefusal }[]))
    if (old.state !== 'named') await askReferees(db, { applicationId, now, actor })
  })
}
