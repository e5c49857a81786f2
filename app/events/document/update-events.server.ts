import { type Kysely, sql } from 'kysely'
import { findUsed } from './find-existing.server.ts'
import { insertAll } from './insert-all.server.ts'
import { pathOf, type Problem } from './problems.ts'
import type { Written } from './written.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'

/** Brings the events that are there already to what their documents say; ids stay what they were. */
export async function updateEvents(db: Kysely<Database>, all: Written[], now: Instant): Promise<Problem[]> {
  const written = all.filter((one) => one.existing)
  if (written.length === 0) return []
  const problems: Problem[] = []
  const reworded = await findReworded(db, written)
  await deleteReplaced(
    db,
    written.map((one) => one.eventId),
  )
  for (const one of written) {
    problems.push(...(await updateEvent(db, one, now)))
    await updateTracks(db, one)
    problems.push(...(await updateQuotas(db, one)))
    await updateTicketTypes(db, one)
    await updateSessions(db, one, now)
    await updateQuestions(db, one, reworded)
    await deleteDropped(db, one)
  }
  return problems
}

/** Rows that nothing points to are written anew. */
async function deleteReplaced(db: Kysely<Database>, ids: string[]): Promise<void> {
  const tracks = db.selectFrom('tracks').select('id').where('eventId', 'in', ids)
  const types = db.selectFrom('ticketTypes').select('id').where('eventId', 'in', ids)
  const sessions = db.selectFrom('sessions').select('id').where('eventId', 'in', ids)
  const questions = db.selectFrom('questions').select('id').where('eventId', 'in', ids)
  for (const table of [
    'eventTexts',
    'eventLanguages',
    'eventVisaNotes',
    'eventTopics',
    'eventSources',
    'eventPeople',
    'rooms',
    'eventNeighbours',
    'taxRules',
    'refundRules',
    'changeRules',
    'paymentTerms',
    'waitingListRules',
    'questionStages',
    'eligiblePeople',
  ] as const)
    await db.deleteFrom(table).where('eventId', 'in', ids).execute()
  const rules = db.selectFrom('priceRules').select('id').where('eventId', 'in', ids)
  for (const table of ['priceRuleTypes', 'priceRuleSteps'] as const)
    await db.deleteFrom(table).where('priceRuleId', 'in', rules).execute()
  await db.deleteFrom('priceRules').where('eventId', 'in', ids).execute()
  const campaigns = db.selectFrom('voucherCampaigns').select('id').where('eventId', 'in', ids)
  for (const table of ['voucherCampaignTypes', 'voucherAmounts'] as const)
    await db.deleteFrom(table).where('campaignId', 'in', campaigns).execute()
  for (const table of [
    'ticketTypeTexts',
    'ticketTypeQuotas',
    'priceSteps',
    'ticketTypeMains',
    'ticketTypeDays',
  ] as const)
    await db.deleteFrom(table).where('ticketTypeId', 'in', types).execute()
  for (const table of ['questionTexts', 'questionTicketTypes', 'questionTracks'] as const)
    await db.deleteFrom(table).where('questionId', 'in', questions).execute()
  await db.deleteFrom('trackTexts').where('trackId', 'in', tracks).execute()
  await db.deleteFrom('sessionPeople').where('sessionId', 'in', sessions).execute()
}

/** The SEQUENCE never shrinks: not below what it was, nor below what the document brings along; a change raises it. */
async function updateEvent(
  db: Kysely<Database>,
  { eventId, row, document }: Written,
  now: Instant,
): Promise<Problem[]> {
  const current = await db
    .selectFrom('events')
    .select(['sequence', 'calendarAt', 'publishedAt', 'cancelledAt', 'status', 'startsOn', 'previousOn', 'isTemplate'])
    .where('id', '=', eventId)
    .executeTakeFirstOrThrow()
  if (current.isTemplate === 1 && row.status !== 'draft')
    return [{ path: pathOf([...document.at, 'status']), message: 'must be “draft”: this event is a template' }]
  const sequence = Math.max(current.sequence, document.event.sequence ?? 0)
  await db
    .updateTable('events')
    .set({
      ...row,
      sequence,
      calendarAt: sequence > current.sequence ? now : current.calendarAt,
      previousOn:
        current.status !== 'draft' && row.startsOn !== current.startsOn ? current.startsOn : current.previousOn,
      version: sql`version + 1`,
      publishedAt: row.status === 'draft' ? null : (current.publishedAt ?? now),
      cancelledAt: row.status === 'cancelled' ? (current.cancelledAt ?? now) : null,
      updatedAt: now,
    })
    .where('id', '=', eventId)
    .execute()
  return []
}

async function updateTracks(db: Kysely<Database>, { existing, children }: Written): Promise<void> {
  const kept = new Set(existing!.tracks.map((track) => track.id))
  for (const { id, ...track } of children.tracks)
    if (kept.has(id)) await db.updateTable('tracks').set(track).where('id', '=', id).execute()
  await insertAll(
    db,
    'tracks',
    children.tracks.filter((track) => !kept.has(track.id)),
  )
}

/** Guarded: somebody may have taken a seat since the size was looked at. */
async function updateQuotas(db: Kysely<Database>, { document, existing, children }: Written): Promise<Problem[]> {
  const kept = new Set(existing!.quotas.map((quota) => quota.id))
  const problems: Problem[] = []
  for (const { id, taken: _, ...quota } of children.quotas) {
    if (!kept.has(id)) continue
    const updated = await db
      .updateTable('quotas')
      .set(quota)
      .where('id', '=', id)
      .where('taken', '<=', quota.size + quota.overBy)
      .executeTakeFirst()
    if (updated.numUpdatedRows === 0n)
      problems.push({
        path: pathOf([...document.at, 'quotas']),
        message: `“${quota.name}” has more seats taken than that`,
      })
  }
  return problems
}

async function updateTicketTypes(db: Kysely<Database>, { existing, children }: Written): Promise<void> {
  const kept = new Set(existing!.ticketTypes.map((type) => type.id))
  for (const { id, ...type } of children.ticketTypes)
    if (kept.has(id)) await db.updateTable('ticketTypes').set(type).where('id', '=', id).execute()
}

async function updateSessions(
  db: Kysely<Database>,
  { eventId, existing, children }: Written,
  now: Instant,
): Promise<void> {
  const kept = new Set(existing!.sessions.map((session) => session.id))
  const rows = await db.selectFrom('sessions').selectAll().where('eventId', '=', eventId).execute()
  const before = new Map(rows.map((row) => [row.id, row]))
  for (const { id, sequence: _, updatedAt: __, ...session } of children.sessions) {
    const current = before.get(id)
    if (!kept.has(id) || !current) continue
    const isSame = Object.entries(session).every(([name, value]) => current[name as keyof typeof current] === value)
    if (isSame) continue
    await db
      .updateTable('sessions')
      .set({ ...session, updatedAt: now })
      .where('id', '=', id)
      .execute()
  }
}

/** A question whose words changed has a new version, and answers keep the one that they answered. */
async function updateQuestions(
  db: Kysely<Database>,
  { existing, children }: Written,
  reworded: Set<string>,
): Promise<void> {
  const kept = new Set(existing!.questions.map((question) => question.id))
  for (const { id, ...question } of children.questions)
    if (kept.has(id))
      await db
        .updateTable('questions')
        .set({ ...question, ...(reworded.has(id) ? { version: sql<number>`version + 1` } : {}) })
        .where('id', '=', id)
        .execute()
}

async function findReworded(db: Kysely<Database>, written: Written[]): Promise<Set<string>> {
  const ids = written.flatMap(({ existing }) => existing!.questions.map(({ id }) => id))
  if (ids.length === 0) return new Set()
  const keyOf = (rows: { language: string; label: string; help: string; options: string }[]) =>
    JSON.stringify(
      rows.map(({ language, label, help, options }) => JSON.stringify([language, label, help, options])).toSorted(),
    )
  const before = Map.groupBy(
    await db.selectFrom('questionTexts').selectAll().where('questionId', 'in', ids).execute(),
    ({ questionId }) => questionId,
  )
  const after = Map.groupBy(
    written.flatMap(({ children }) => children.questionTexts),
    ({ questionId }) => questionId,
  )
  return new Set(ids.filter((id) => keyOf(before.get(id) ?? []) !== keyOf(after.get(id) ?? [])))
}

/** What nobody has anything of goes; a question that was answered is only not asked any more. */
async function deleteDropped(db: Kysely<Database>, { existing, children }: Written): Promise<void> {
  const dropped = (name: 'sessions' | 'ticketTypes' | 'quotas' | 'tracks' | 'questions') => {
    const kept = new Set(children[name].map((row) => row.id))
    return existing![name].map((row) => row.id).filter((id) => !kept.has(id))
  }
  const quotas = dropped('quotas')
  if (quotas.length > 0) await db.deleteFrom('reservedSeats').where('quotaId', 'in', quotas).execute()
  const questions = dropped('questions')
  const answered = await findUsed(db, questions)
  const unanswered = questions.filter((id) => !answered.has(id))
  for (const [table, ids] of [
    ['sessions', dropped('sessions')],
    ['questions', unanswered],
    ['ticketTypes', dropped('ticketTypes')],
    ['quotas', quotas],
    ['tracks', dropped('tracks')],
  ] as const)
    if (ids.length > 0) await db.deleteFrom(table).where('id', 'in', ids).execute()
  if (answered.size > 0)
    await db
      .updateTable('questions')
      .set({ isRetired: 1 })
      .where('id', 'in', [...answered])
      .execute()
}
