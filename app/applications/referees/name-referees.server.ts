import type { Kysely } from 'kysely'
import { recordAudit } from '#app/audit/record.server.ts'
import { newId } from '#app/values/id.ts'
import { addMinutes, type Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import { cleanLine, emailKey } from '#app/values/text.ts'
import type { Database, RefereesTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

/** Letters go to people whom the applicant names: no application writes to more addresses than this. */
const MOST = 12

/** Nor do many applications together write to one mailbox: more than anybody's students name them in a day. */
const MOST_OF_ONE = 25
const WITHIN_MINUTES = 24 * 60

export interface NamedReferee {
  kind: RefereesTable['kind']
  fullName: string
  email: string
  language: string
}

export type NameRefusal = 'referee-self' | 'referee-twice' | 'referees-often' | 'application-over'

interface NameReferees {
  applicationId: string
  referees: NamedReferee[]
  now: Instant
}

/**
 * Makes the people whom an application names for letters these. Who is no longer among them is let go: their link ends,
 * unless they have answered, for a letter that is here stays. Nobody is written to: that is `askReferees`.
 */
export async function nameReferees(
  db: Kysely<Database>,
  { applicationId, referees, now }: NameReferees,
): Promise<Result<void, NameRefusal | 'busy'>> {
  return await transact<void, NameRefusal>(db, async (db) => {
    const { eventId, ownKey, isOver } = await applicantOf(db, applicationId)
    if (isOver) throw new Refused<NameRefusal>({ code: 'application-over' })
    const wanted = new Map(referees.map((one) => [`${one.kind} ${emailKey(one.email)}`, one]))
    if (wanted.size < referees.length) throw new Refused<NameRefusal>({ code: 'referee-twice' })
    if (referees.some(({ email }) => emailKey(email) === ownKey))
      throw new Refused<NameRefusal>({ code: 'referee-self' })
    const known = await db
      .selectFrom('referees')
      .select(['id', 'kind', 'emailKey', 'state', 'fullName', 'email', 'language'])
      .where('applicationId', '=', applicationId)
      .execute()
    const knownByKey = new Map(known.map((row) => [`${row.kind} ${row.emailKey}`, row]))
    const added = [...wanted].filter(([key]) => !knownByKey.has(key)).map(([, one]) => one)
    if (known.length + added.length > MOST || (await isNamedOften(db, added, now)))
      throw new Refused<NameRefusal>({ code: 'referees-often' })
    const changed: { id: string; state: RefereesTable['state'] }[] = []
    for (const [key, row] of knownByKey) {
      const one = wanted.get(key)
      if (one) {
        const { fullName, language } = { fullName: cleanLine(one.fullName), language: one.language }
        const state = row.state === 'withdrawn' ? 'named' : row.state
        if (state === row.state && fullName === row.fullName && language === row.language) continue
        await db
          .updateTable('referees')
          .set({ fullName, language, state, updatedAt: now })
          .where('id', '=', row.id)
          .execute()
        if (state !== row.state) changed.push({ id: row.id, state })
      } else if (row.state !== 'answered' && row.state !== 'withdrawn') {
        // One that was never written to leaves no trace; of one that was, the link must say that it is over.
        if (row.state === 'named') await db.deleteFrom('referees').where('id', '=', row.id).execute()
        else {
          await db
            .updateTable('referees')
            .set({ state: 'withdrawn', updatedAt: now })
            .where('id', '=', row.id)
            .execute()
          changed.push({ id: row.id, state: 'withdrawn' })
        }
      }
    }
    const rows = added.map((one) => rowOf(applicationId, one, now))
    if (rows.length > 0) await db.insertInto('referees').values(rows).execute()
    await recordAudit(
      db,
      now,
      [...changed, ...rows].map(({ id, state }) => ({
        actor: { kind: 'visitor' as const },
        action: `referee.${state}`,
        objectKind: 'referee',
        objectId: id,
        eventId,
        after: { state, applicationId },
      })),
    )
  })
}

/** Whether one of these is somebody whom very many applications have named of late. */
async function isNamedOften(db: Kysely<Database>, added: NamedReferee[], now: Instant): Promise<boolean> {
  if (added.length === 0) return false
  const often = await db
    .selectFrom('referees')
    .select('emailKey')
    .where(
      'emailKey',
      'in',
      added.map(({ email }) => emailKey(email)),
    )
    .where('updatedAt', '>', addMinutes(now, -WITHIN_MINUTES))
    .groupBy('emailKey')
    .having(({ fn }) => fn.countAll(), '>=', MOST_OF_ONE)
    .execute()
  return often.length > 0
}

async function applicantOf(db: Kysely<Database>, applicationId: string) {
  const {
    eventId,
    emailKey: ownKey,
    state,
  } = await db
    .selectFrom('applications')
    .innerJoin('people', 'people.id', 'applications.personId')
    .select(['applications.eventId', 'applications.state', 'people.emailKey'])
    .where('applications.id', '=', applicationId)
    .executeTakeFirstOrThrow()
  return { eventId, ownKey, isOver: state === 'withdrawn' }
}

function rowOf(applicationId: string, { kind, fullName, email, language }: NamedReferee, now: Instant) {
  return {
    id: newId(now),
    applicationId,
    kind,
    fullName: cleanLine(fullName),
    email: cleanLine(email),
    emailKey: emailKey(email),
    language,
    keyVersion: 1,
    state: 'named' as const,
    letter: null,
    fileId: null,
    facts: '{}',
    askedAt: null,
    remindedAt: null,
    answeredAt: null,
    updatedAt: now,
  }
}
