import type { Insertable, Kysely } from 'kysely'
import { NOW } from '#tests/support/now.ts'
import { newId } from '#app/values/id.ts'
import type { Database, IssuersTable } from '#db/schema.ts'

/** Whose account takes money: the installation's unless `hostId` says otherwise. */
export async function givenIssuer(
  db: Kysely<Database>,
  given: Partial<Insertable<IssuersTable>> = {},
): Promise<{ id: string }> {
  const id = newId(NOW)
  await db
    .insertInto('issuers')
    .values({
      id,
      hostId: '',
      name: 'Plenary Office',
      latinName: null,
      address: '1 Example Street',
      country: 'CH',
      zone: 'Europe/Zurich',
      email: null,
      registrationNumber: null,
      taxNumber: null,
      numberPrefix: 'P',
      bankName: 'Example Bank',
      accountHolder: 'Plenary Office',
      accountNumber: 'CH9300762011623852957',
      bic: null,
      mobileAccount: null,
      footer: '',
      createdAt: NOW,
      updatedAt: NOW,
      ...given,
    })
    .execute()
  return { id }
}
