import type { PaperPerson } from './paper-people.server.ts'
import type { TentCards } from './paper-printer.ts'
import { type PaperAsked, roomSheet } from './paper-words.ts'
import { countryName } from '#app/values/dates.ts'

/** Cards that stand on a table, as people want to be called. */
export function tentCards(asked: PaperAsked, { event, people }: { event: string; people: PaperPerson[] }): TentCards {
  const { t, language } = asked
  return {
    ...roomSheet(asked, `${t('onPaper.tentCards')}, ${event}`),
    event,
    cards: people.map((person) => ({
      ...calledName(person),
      detail: [person.affiliation, person.country && countryName(person.country, language)]
        .filter((part) => Boolean(part))
        .join(' · '),
    })),
  }
}

/** Who gave a name for the badge is called by that and by nothing else: it may stand for the one in the passport. */
export function calledName({
  fullName,
  latinName,
  badgeName,
}: {
  fullName: string
  latinName: string | null
  badgeName: string | null
}): { name: string; latinName: string } {
  return badgeName ? { name: badgeName, latinName: '' } : { name: fullName, latinName: latinName ?? '' }
}
