import type { Kysely } from 'kysely'
import type { CheckedType, PublishFacts } from './publish-facts.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** The ticket types that are not closed, with their prices and pools; in four queries. */
export async function typesOf(db: Kysely<Database>, eventId: string, language: string): Promise<CheckedType[]> {
  const types = await db
    .selectFrom('ticketTypes')
    .select(['id', 'code', 'attendance', 'isAddon', 'onSaleFromAt', 'onSaleUntilAt'])
    .where('eventId', '=', eventId)
    .where('isClosed', '=', 0)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const ids = ['', ...types.map(({ id }) => id)]
  const texts = await db
    .selectFrom('ticketTypeTexts')
    .select(['ticketTypeId', 'language', 'name'])
    .where('ticketTypeId', 'in', ids)
    .execute()
  const steps = await db
    .selectFrom('priceSteps')
    .select(['ticketTypeId', 'amountMinor', 'startsAt', 'endsAt'])
    .where('ticketTypeId', 'in', ids)
    .execute()
  const pools = await db
    .selectFrom('ticketTypeQuotas')
    .select(['ticketTypeId', 'quotaId'])
    .where('ticketTypeId', 'in', ids)
    .execute()
  return types.map(({ code, attendance, ...type }) => {
    const isOf = (row: { ticketTypeId: string }) => row.ticketTypeId === type.id
    const own = texts.filter(isOf)
    return {
      ...type,
      name: inLanguage(own, language)?.name ?? code,
      isOnline: attendance === 'online',
      isAddon: type.isAddon === 1,
      languages: own.map((text) => text.language),
      quotaIds: pools.filter(isOf).map(({ quotaId }) => quotaId),
      steps: steps.filter(isOf),
    }
  })
}

export async function sessionsOf(db: Kysely<Database>, eventId: string): Promise<PublishFacts['sessions']> {
  const rows = await db
    .selectFrom('sessions')
    .select(['isPublic', 'room', 'startsAt', 'endsAt', 'heldOn'])
    .where('eventId', '=', eventId)
    .execute()
  return rows.map((row) => ({ ...row, isPublic: row.isPublic === 1 }))
}

/** Whose account takes the money of a host's events: the host's own, else the installation's. */
export async function payeeOf(db: Kysely<Database>, hostId: string | null): Promise<PublishFacts['payee']> {
  const issuers = await db
    .selectFrom('issuers')
    .select(['hostId', 'accountNumber', 'mobileAccount'])
    .where('hostId', 'in', ['', hostId ?? ''])
    .orderBy('hostId', 'desc')
    .execute()
  const [issuer] = issuers
  if (!issuer) return null
  const { accountNumber, mobileAccount } = issuer
  return { hostId: issuer.hostId, hasAccount: accountNumber !== null, hasMobileAccount: mobileAccount !== null }
}

/** Under whose name alone events of a series are held; null when under any. */
export async function seriesHost(db: Kysely<Database>, seriesId: string): Promise<string | null> {
  const series = await db.selectFrom('series').select('hostId').where('id', '=', seriesId).executeTakeFirst()
  return series?.hostId ?? null
}
