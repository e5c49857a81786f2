import type { Kysely } from 'kysely'
import type { Database } from '#db/schema.ts'

export interface Addressee {
  email: string
  name: string
  language: string | null
}

/** To whom mails about these seats go, by seat; whoever has no address is left out. */
export async function addressees(db: Kysely<Database>, registrationIds: string[]): Promise<Map<string, Addressee>> {
  if (registrationIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('orders', 'orders.id', 'registrations.orderId')
    .select(['registrations.id', 'people.email', 'people.fullName', 'people.language', 'orders.language as written'])
    .where('registrations.id', 'in', registrationIds)
    .execute()
  return new Map(
    rows.flatMap(({ id, email, fullName, language, written }) =>
      email ? [[id, { email, name: fullName, language: language ?? written }] as const] : [],
    ),
  )
}
