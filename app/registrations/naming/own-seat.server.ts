import type { Kysely } from 'kysely'
import { changeRulesOf, changeUntil } from '../changes/change-rules.ts'
import { askedRegistration } from '../questions/asked-registration.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** A seat as the person on it sees it, with what is asked and until when it can be changed; null when there is none. */
export async function ownSeat(db: Kysely<Database>, code: string, language: string) {
  const asked = await askedRegistration(db, code, language)
  if (!asked) return null
  const row = await db
    .selectFrom('registrations')
    .innerJoin('people', 'people.id', 'registrations.personId')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'registrations.ticketTypeId')
    .innerJoin('events', 'events.id', 'registrations.eventId')
    .leftJoin('proofs', 'proofs.registrationId', 'registrations.id')
    .select(['registrations.orderId', 'registrations.confirmedAt', 'registrations.mainRegistrationId'])
    .select(['people.latinName', 'people.badgeName'])
    .select([
      'people.affiliation',
      'people.country',
      'people.erasedAt',
      'ticketTypes.attendance',
      'ticketTypes.code as typeCode',
    ])
    .select(['events.startsOn', 'events.endsOn', 'events.startsAt', 'events.format', 'events.venue', 'events.city'])
    .select('events.postponedAt')
    .select(['events.country as eventCountry', 'proofs.how as proofHow', 'proofs.state as proofState'])
    .where('registrations.id', '=', asked.id)
    .executeTakeFirstOrThrow()
  const [names, extras, rules, days] = await Promise.all([
    db
      .selectFrom('ticketTypeTexts')
      .select(['language', 'name'])
      .where('ticketTypeId', '=', asked.ticketTypeId)
      .execute(),
    db
      .selectFrom('registrations as addon')
      .innerJoin('ticketTypes', 'ticketTypes.id', 'addon.ticketTypeId')
      .leftJoin('ticketTypeTexts as text', 'text.ticketTypeId', 'ticketTypes.id')
      .select(['addon.id', 'ticketTypes.code', 'text.language', 'text.name'])
      .where('addon.mainRegistrationId', '=', asked.id)
      .where('addon.personId', '=', asked.personId)
      .where('addon.state', '=', asked.state)
      .orderBy('ticketTypes.position')
      .execute(),
    db.selectFrom('changeRules').selectAll().where('eventId', '=', asked.event.id).executeTakeFirst(),
    db
      .selectFrom('ticketTypeDays')
      .select('heldOn')
      .where('ticketTypeId', '=', asked.ticketTypeId)
      .orderBy('heldOn')
      .execute(),
  ])
  return {
    ...asked,
    ...row,
    ticket: inLanguage(names, language)?.name ?? row.typeCode,
    /** On which it lets in; none: on all. */
    days: days.map(({ heldOn }) => heldOn),
    /** What the person takes beside it. */
    extras: [...Map.groupBy(extras, ({ id }) => id).values()].map((rows) => {
      const texts = rows.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
      return inLanguage(texts, language)?.name ?? rows[0]!.code
    }),
    isUnnamed: asked.fullName === '' && row.erasedAt === null,
    editUntil: changeUntil('details', changeRulesOf(rules), { ...row, status: asked.event.status }),
  }
}

export type OwnSeat = NonNullable<Awaited<ReturnType<typeof ownSeat>>>
