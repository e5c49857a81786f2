import type { Insertable, Kysely } from 'kysely'
import { closeGaps } from './close-gaps.server.ts'
import { MOST_DECISIONS, type NewDecision } from './decision.ts'
import { lockCall } from './lock-call.server.ts'
import { type Actor, recordAudit } from '#app/audit/record.server.ts'
import type { Instant } from '#app/values/moment.ts'
import { Refused, type Result } from '#app/values/refusal.ts'
import type { Database, DecisionsTable } from '#db/schema.ts'
import { transact } from '#db/transact.ts'

export type DecideRefusal =
  | 'gone'
  | 'call-cancelled'
  | 'not-decidable'
  | 'decision-released'
  | 'stale'
  | 'choice-unknown'
  | 'package-unknown'
  | 'too-many-rows'

/** So many applications in one question. */
const PART = 400

interface Decide {
  callId: string
  decisions: NewDecision[]
  now: Instant
  actor: Actor
}

/**
 * Decides about applications, or decides otherwise, all or none of them; nobody is told anything before the release.
 * The places of each reserve list run from 1 without a gap. Returns how many decisions are kept.
 */
export async function decide(
  db: Kysely<Database>,
  { callId, decisions, now, actor }: Decide,
): Promise<Result<number, DecideRefusal | 'busy'>> {
  if (decisions.length > MOST_DECISIONS)
    return { ok: false, refusals: [{ code: 'too-many-rows', details: { limit: MOST_DECISIONS } }] }
  return await transact<number, DecideRefusal>(db, async (db) => {
    await lockCall(db, callId)
    const known = await knownOf(db, callId)
    const lists = new Set<string>()
    for (let from = 0; from < decisions.length; from += PART) {
      const part = decisions.slice(from, from + PART)
      for (const list of await decideSome(db, { callId, part, known, now, actor })) lists.add(list)
    }
    const fresh = new Set(decisions.map(({ applicationId }) => applicationId))
    await closeGaps(db, { callId, choiceIds: [...lists], fresh })
    return decisions.length
  })
}

interface Known {
  choices: Set<string>
  packages: Set<string>
}

async function knownOf(db: Kysely<Database>, callId: string): Promise<Known> {
  const choices = await db.selectFrom('callChoices').select('id').where('callId', '=', callId).execute()
  const packages = await db.selectFrom('awardPackages').select('id').where('callId', '=', callId).execute()
  return { choices: new Set(choices.map(({ id }) => id)), packages: new Set(packages.map(({ id }) => id)) }
}

/** Returns the choices whose reserve lists may have changed. */
async function decideSome(
  db: Kysely<Database>,
  { callId, part, known, now, actor }: Omit<Decide, 'decisions'> & { part: NewDecision[]; known: Known },
): Promise<string[]> {
  const ids = part.map(({ applicationId }) => applicationId)
  const applications = await db
    .selectFrom('applications')
    .leftJoin('applicationChoices as wish', (join) =>
      join.onRef('wish.applicationId', '=', 'applications.id').on('wish.wish', '=', 1),
    )
    .select(['applications.id', 'applications.eventId', 'wish.choiceId'])
    .where('applications.id', 'in', ids)
    .where('applications.callId', '=', callId)
    .where('applications.state', '=', 'submitted')
    .execute()
  if (applications.length < new Set(ids).size) throw new Refused({ code: 'not-decidable' })
  const wishes = new Map(applications.map((one) => [one.id, one]))
  const before = await db.selectFrom('decisions').selectAll().where('applicationId', 'in', ids).execute()
  if (before.some(({ releaseId }) => releaseId !== null)) throw new Refused({ code: 'decision-released' })
  const held = new Map(before.map((row) => [row.applicationId, row]))
  const rows = part.map((one) => {
    const old = held.get(one.applicationId)
    if (one.version !== undefined && one.version !== (old?.version ?? 0)) throw new Refused({ code: 'stale' })
    return rowOf(one, { old, wish: wishes.get(one.applicationId)!.choiceId, callId, known, now, actor })
  })
  await db.deleteFrom('decisions').where('applicationId', 'in', ids).where('releaseId', 'is', null).execute()
  await db.insertInto('decisions').values(rows).execute()
  await recordAudit(
    db,
    now,
    rows.map(({ applicationId, kind, choiceId, packageId }) => ({
      actor,
      action: 'decision.made',
      objectKind: 'decision',
      objectId: applicationId,
      eventId: wishes.get(applicationId)!.eventId,
      ...(held.has(applicationId) ? { before: { kind: held.get(applicationId)!.kind } } : {}),
      after: { kind, choiceId, packageId },
    })),
  )
  return [...before, ...rows].flatMap(({ choiceId }) => choiceId ?? '')
}

interface Around {
  old: DecisionsTable | undefined
  wish: string | null
  callId: string
  known: Known
  now: Instant
  actor: Actor
}

function rowOf(one: NewDecision, { old, wish, callId, known, now, actor }: Around): Insertable<DecisionsTable> {
  const choiceId = one.choiceId === undefined ? (old?.choiceId ?? wish) : one.choiceId
  const isKept = one.kind === 'accept' || one.kind === 'reserve'
  const packageId = isKept ? (one.packageId === undefined ? (old?.packageId ?? null) : one.packageId) : null
  if (choiceId !== null && !known.choices.has(choiceId)) throw new Refused({ code: 'choice-unknown', field: 'choice' })
  if (packageId !== null && !known.packages.has(packageId))
    throw new Refused({ code: 'package-unknown', field: 'package' })
  const stays = old?.kind === 'reserve' && old.choiceId === choiceId
  return {
    applicationId: one.applicationId,
    callId,
    kind: one.kind,
    choiceId,
    packageId,
    place: one.kind === 'reserve' ? (one.place ?? (stays ? old.place : null) ?? LAST) : null,
    reason: one.reason ?? old?.reason ?? '',
    note: one.note ?? old?.note ?? '',
    decidedBy: actor.id ?? null,
    decidedAt: now,
    version: (old?.version ?? 0) + 1,
    releaseId: null,
    releasedAt: null,
    refusal: '',
  }
}

/** Behind everybody who has a place; `closeGaps` makes a place of it. */
const LAST = 1_000_000
