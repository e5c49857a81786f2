import type { Kysely } from 'kysely'
import { NOW } from '#tests/support/app.ts'
import { placeOrders } from '#app/registrations/place-orders.server.ts'
import type { PlacePerson } from '#app/registrations/placing.ts'
import { newId } from '#app/values/id.ts'
import type { Database } from '#db/schema.ts'

/** People registered for an event, an order each, through the real command. Free tickets are confirmed at once. */
export async function givenParticipants(
  db: Kysely<Database>,
  event: { id: string; tickets: { id: string }[] },
  people: (Partial<PlacePerson> & { fullName: string })[],
): Promise<string[]> {
  const placed = await placeOrders(db, {
    now: NOW,
    orders: people.map((person, at) => ({
      eventId: event.id,
      formKey: newId(NOW),
      language: 'en',
      paymentMethod: 'card',
      people: [
        { ticketTypeId: event.tickets[0]!.id, email: `person-${at}-${newId(NOW).slice(-6)}@example.org`, ...person },
      ],
    })),
  })
  return placed.map((result) => {
    if (!result.ok) throw new Error(JSON.stringify(result.refusals))
    return result.value.registrations[0]!.id
  })
}

/** `examples.md`, "Roster test data": twelve names that break software. */
export const ROSTER = [
  { fullName: 'Contohwati' },
  { fullName: 'Þóra Dæmisdóttir' },
  { fullName: 'María de los Ángeles Muestra y Prueba' },
  { fullName: 'Nguyễn Thị Mẫu' },
  { fullName: '山田 例', latinName: 'Rei Yamada-Rei' },
  { fullName: 'نور تجريبي' },
  { fullName: 'ሙከራ ምሳሌ' },
  { fullName: 'O’Test-Case, Siobhán' },
  { fullName: 'A' },
  { fullName: 'Тест Примеров' },
  { fullName: '=SUM(A1) Formula' },
  { fullName: 'Ng' },
]

/** A track of an event with its title in English. */
export async function givenTrack(
  db: Kysely<Database>,
  eventId: string,
  code: string,
  title = `Track ${code}`,
): Promise<string> {
  const id = newId(NOW)
  await db
    .insertInto('tracks')
    .values({ id, eventId, code, position: 0, language: 'en', level: null, room: 'Lab 1' })
    .execute()
  await db
    .insertInto('trackTexts')
    .values({ trackId: id, language: 'en', title, summary: '', prerequisites: '' })
    .execute()
  return id
}
