import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

/** An application that was sent in, with what is decided about it; null when there is no such one in the call. */
export async function findDecision(
  db: Kysely<Database>,
  { callId, applicationId }: { callId: string; applicationId: string },
) {
  const row = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .leftJoin('decisions', 'decisions.applicationId', 'applications.id')
    .leftJoin('applicationChoices as wish', (join) =>
      join.onRef('wish.applicationId', '=', 'applications.id').on('wish.wish', '=', 1),
    )
    .select(['applications.id', 'applications.number', 'people.fullName', 'wish.choiceId as wishId'])
    .select(['decisions.kind', 'decisions.choiceId', 'decisions.packageId', 'decisions.place', 'decisions.reason'])
    .select(['decisions.note', 'decisions.version', 'decisions.releaseId'])
    .where('applications.id', '=', applicationId)
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .executeTakeFirst()
  return row ?? null
}
