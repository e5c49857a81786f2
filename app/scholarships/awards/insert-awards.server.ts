import type { Kysely } from 'kysely'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'
import { isDuplicate } from '#db/transact.ts'

interface Wanted {
  applicationId: string
  packageId: string | null
  currency: string
}

interface Around {
  eventId: string
  callId: string
  now: Instant
}

/** An award without components: nothing promised yet. Returns its id. */
export async function insertAward(db: Kysely<Database>, { eventId, callId, now, ...one }: Around & Wanted) {
  const ids = await insertAwards(db, { eventId, callId, wanted: [one], now })
  return ids[0]!
}

/**
 * As above, of many at once, in their order.
 * @throws Refused `application-unknown` for one of another call, `award-twice` for one that has an award.
 */
export async function insertAwards(
  db: Kysely<Database>,
  { eventId, callId, wanted, now }: Around & { wanted: Wanted[] },
): Promise<string[]> {
  const rows = await rowsOf(db, { eventId, callId, wanted, now })
  try {
    await db.insertInto('awards').values(rows).execute()
  } catch (error) {
    if (isDuplicate(error)) throw new Refused({ code: 'award-twice' })
    throw error
  }
  return rows.map(({ id }) => id)
}

async function rowsOf(db: Kysely<Database>, { eventId, callId, wanted, now }: Around & { wanted: Wanted[] }) {
  const ids = wanted.map(({ applicationId }) => applicationId)
  const applications = await db
    .selectFrom('applications')
    .innerJoin('calls', 'calls.id', 'applications.callId')
    .select(['applications.id', 'applications.needsVisa', 'calls.reportDueOn'])
    .where('applications.id', 'in', ids)
    .where('applications.callId', '=', callId)
    .execute()
  const known = new Map(applications.map((row) => [row.id, row]))
  return wanted.map(({ applicationId, packageId, currency }) => {
    const application = known.get(applicationId)
    if (!application) throw new Refused({ code: 'application-unknown' })
    const { needsVisa, reportDueOn } = application
    return {
      id: newId(now),
      eventId,
      callId,
      applicationId,
      packageId,
      currency,
      state: 'proposed' as const,
      activeKey: applicationId,
      visa: needsVisa === null ? ('unknown' as const) : needsVisa ? ('needed' as const) : ('not-needed' as const),
      visaAt: null,
      ticketInHandAt: null,
      attended: 'unknown' as const,
      reportDueOn,
      reportText: null,
      reportFileId: null,
      reportedAt: null,
      remindedAt: null,
      isPublic: 0 as const,
      ownMinor: 0,
      createdAt: now,
      updatedAt: now,
      endedAt: null,
    }
  })
}
