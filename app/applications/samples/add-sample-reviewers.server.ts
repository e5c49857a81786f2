import type { Kysely } from 'kysely'
import { grantRole } from '#app/people/grant-role.server.ts'
import { openAccount } from '#app/people/open-account.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import { transact } from '#db/transact.ts'
import type { Database } from '#db/schema.ts'

/** The address of the demonstration's account for reviewers; it reads for every sample call that is read. */
const OWN = { fullName: 'Mei-Lin Sample', email: 'reviewer@plenary.example' }

/** Makes invented people reviewers of a sample's call; the first is the demonstration's own. Tells their accounts. */
export async function addSampleReviewers(
  db: Kysely<Database>,
  {
    call,
    reviewers,
    now,
  }: { call: { id: string; eventId: string }; reviewers: { fullName: string; email: string }[]; now: Instant },
): Promise<string[]> {
  const added = await transact(db, async (db) => {
    const accountIds: string[] = []
    const actor = { kind: 'system' as const }
    const role = { role: 'reviewer' as const, scope: 'event' as const, scopeId: call.eventId }
    for (const person of [OWN, ...reviewers]) {
      accountIds.push((await openAccount(db, { ...person, language: 'en', actor, now })).id)
      const granted = await grantRole(db, { email: person.email, language: 'en', ...role, actor, now })
      if (!granted.ok) throw new Refused(...granted.refusals)
    }
    await db
      .insertInto('reviewers')
      .ignore()
      .values(
        accountIds.map((accountId, at) => ({
          callId: call.id,
          accountId,
          languages: '',
          choiceCodes: '',
          isChair: at === 1 ? (1 as const) : (0 as const),
          addedBy: null,
          addedAt: now,
        })),
      )
      .execute()
    return accountIds
  })
  if (!added.ok) throw new Error(`sample reviewers: ${added.refusals.map(({ code }) => code).join(', ')}`)
  return added.value
}
