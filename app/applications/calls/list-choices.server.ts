import { type Kysely, sql } from 'kysely'
import { storedChoices } from './stored-parts.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import { seenOf } from '#app/values/seen.ts'
import type { Database } from '#db/schema.ts'

interface Text {
  language: string
  name: string
  description: string
}

/** What may be applied for, as organizers edit it, and how many wish for it at all. */
export async function listChoices(db: Kysely<Database>, callId: string, language: string) {
  const [choices, wishes] = await Promise.all([
    storedChoices(db, callId),
    db
      .selectFrom('applicationChoices')
      .innerJoin('callChoices', 'callChoices.id', 'applicationChoices.choiceId')
      .select(['applicationChoices.choiceId', sql<number>`count(*)`.as('count')])
      .where('callChoices.callId', '=', callId)
      .groupBy('applicationChoices.choiceId')
      .execute(),
  ])
  return choices.map((choice) => {
    const text = inLanguage(choice.texts, language, choice.language ?? undefined)
    return {
      ...choice,
      name: text?.name ?? choice.code,
      textLanguage: text?.language ?? 'en',
      wishes: Number(wishes.find(({ choiceId }) => choiceId === choice.id)?.count ?? 0),
    }
  })
}

export type ListedChoice = Awaited<ReturnType<typeof listChoices>>[number]

type Stored = Pick<ListedChoice, 'code' | 'eventId' | 'trackId' | 'language' | 'ticketTypeId' | 'seats' | 'isClosed'>

/** Stands for what the form shows of a choice with its text in one language. */
export function seenChoice(
  { code, eventId, trackId, language, ticketTypeId, seats, isClosed }: Stored,
  text: Text | undefined,
): string {
  return seenOf([code, eventId, trackId, language, ticketTypeId, seats, isClosed, text?.name, text?.description])
}
