import { type Kysely, sql } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

export const PROOFS_PAGE = 25

/** How many proofs of an event wait for somebody, of seats that still stand. */
export async function countWaitingProofs(db: Kysely<Database>, eventId: string): Promise<number> {
  const { count } = await db
    .selectFrom('proofs')
    .innerJoin('registrations', 'registrations.id', 'proofs.registrationId')
    .select(sql<number>`count(*)`.as('count'))
    .where('proofs.eventId', '=', eventId)
    .where('proofs.state', '=', 'waiting')
    .where('registrations.state', 'in', ['held', 'confirmed'])
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** A page of an event's proofs of seats that stand: those that wait first, the longest waiting before. */
export async function listProofs(
  db: Kysely<Database>,
  { eventId, page, language }: { eventId: string; page: number; language: string },
) {
  const base = db
    .selectFrom('proofs')
    .innerJoin('registrations', 'registrations.id', 'proofs.registrationId')
    .where('proofs.eventId', '=', eventId)
    .where('registrations.state', 'in', ['held', 'confirmed'])
  const { count } = await base.select(sql<number>`count(*)`.as('count')).executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(count) / PROOFS_PAGE))
  const shown = Math.min(page, pages)
  const rows = await base
    .innerJoin('people', 'people.id', 'registrations.personId')
    .leftJoin('accounts', 'accounts.id', 'proofs.verifiedBy')
    .leftJoin('people as verifier', 'verifier.id', 'accounts.personId')
    .leftJoin('files', 'files.id', 'proofs.fileId')
    .select([...PROOF, 'verifier.fullName as verifierName'])
    .orderBy(sql`case proofs.state when 'waiting' then 0 else 1 end`)
    .orderBy('proofs.createdAt')
    .orderBy('proofs.id')
    .limit(PROOFS_PAGE)
    .offset((shown - 1) * PROOFS_PAGE)
    .execute()
  return { total: Number(count), page: shown, rows: await withTickets(db, rows, language) }
}

/** One proof of an event; null when there is none. */
export async function findProof(
  db: Kysely<Database>,
  { eventId, proofId, language }: { eventId: string; proofId: string; language: string },
) {
  const row = await db
    .selectFrom('proofs')
    .innerJoin('registrations', 'registrations.id', 'proofs.registrationId')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .leftJoin('accounts', 'accounts.id', 'proofs.verifiedBy')
    .leftJoin('people as verifier', 'verifier.id', 'accounts.personId')
    .leftJoin('files', 'files.id', 'proofs.fileId')
    .select([...PROOF, 'verifier.fullName as verifierName'])
    .where('proofs.id', '=', proofId)
    .where('proofs.eventId', '=', eventId)
    .executeTakeFirst()
  return row ? ((await withTickets(db, [row], language))[0] ?? null) : null
}

const PROOF = [
  'proofs.id',
  'proofs.registrationId',
  'proofs.eligibility',
  'proofs.how',
  'proofs.state',
  'proofs.fileId',
  'proofs.verifiedAt',
  'proofs.reason',
  'proofs.createdAt',
  'registrations.code',
  'registrations.ticketTypeId',
  'people.fullName',
  'people.latinName',
  'people.country',
  'people.affiliation',
  'files.name as fileName',
  'files.byteCount',
  'files.erasedAt as fileErasedAt',
] as const

async function withTickets<Row extends { ticketTypeId: string }>(db: Kysely<Database>, rows: Row[], language: string) {
  if (rows.length === 0) return []
  const texts = await db
    .selectFrom('ticketTypes')
    .leftJoin('ticketTypeTexts', 'ticketTypeTexts.ticketTypeId', 'ticketTypes.id')
    .select(['ticketTypes.id', 'ticketTypes.code', 'ticketTypeTexts.language', 'ticketTypeTexts.name'])
    .where('ticketTypes.id', 'in', [...new Set(rows.map(({ ticketTypeId }) => ticketTypeId))])
    .execute()
  return rows.map((row) => {
    const own = texts
      .filter(({ id }) => id === row.ticketTypeId)
      .map((text) => ({ ...text, language: text.language ?? '' }))
    const text = inLanguage(own, language)
    return { ...row, ticket: text?.name ?? text?.code ?? '' }
  })
}

export type ListedProof = Awaited<ReturnType<typeof listProofs>>['rows'][number]
