import type { Kysely } from 'kysely'
import { inLanguage } from '#app/values/in-language.ts'
import type { Database } from '#db/schema.ts'

/** What the page of a package lets one choose from: the call's choices, the tickets they could make, its languages. */
export async function packageChoices(
  db: Kysely<Database>,
  { callId, eventId, language }: { callId: string; eventId: string; language: string },
) {
  const choices = await db
    .selectFrom('callChoices')
    .select(['id', 'code', 'eventId'])
    .where('callId', '=', callId)
    .orderBy('position')
    .execute()
  const names = await db
    .selectFrom('callChoiceTexts')
    .innerJoin('callChoices', 'callChoices.id', 'callChoiceTexts.choiceId')
    .select(['callChoiceTexts.choiceId', 'callChoiceTexts.language', 'callChoiceTexts.name'])
    .where('callChoices.callId', '=', callId)
    .execute()
  const events = [...new Set([eventId, ...choices.map((choice) => choice.eventId)])]
  const types = await db
    .selectFrom('ticketTypes')
    .select(['id', 'code'])
    .where('eventId', 'in', events)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const texts = await db
    .selectFrom('ticketTypeTexts')
    .innerJoin('ticketTypes', 'ticketTypes.id', 'ticketTypeTexts.ticketTypeId')
    .select(['ticketTypeTexts.ticketTypeId', 'ticketTypeTexts.language', 'ticketTypeTexts.name'])
    .where('ticketTypes.eventId', 'in', events)
    .execute()
  const spoken = await db.selectFrom('callTexts').select('language').where('callId', '=', callId).execute()
  const known = [...new Set(spoken.map((text) => text.language))].toSorted()
  return {
    choices: choices.map(({ id, code }) => ({
      id,
      code,
      name:
        inLanguage(
          names.filter(({ choiceId }) => choiceId === id),
          language,
        )?.name ?? code,
    })),
    tickets: types.map(({ id, code }) => {
      const name = inLanguage(
        texts.filter(({ ticketTypeId }) => ticketTypeId === id),
        language,
      )?.name
      return { id, label: name ? `${code}: ${name}` : code }
    }),
    languages: known.length > 0 ? known : [language],
  }
}
