import { type ChecklistItem, found, wanted } from './checklist-item.ts'
import type { CheckedTexts, PublishFacts } from './publish-facts.ts'

/** What is written, and in which of the languages that it promises. */
export function checkTexts(facts: PublishFacts): ChecklistItem[] {
  const { textLanguages, spoken, tracks, types, questions } = facts
  const unwritten = spoken.filter((language) => !textLanguages.includes(language))
  const mute = tracks.filter(({ language, languages }) => !languages.includes(language))
  const lacking = (all: CheckedTexts[]) =>
    all.filter(({ languages }) => textLanguages.some((language) => !languages.includes(language)))
  return [
    wanted(
      'stop',
      'texts',
      facts.title !== '' && facts.summary !== '',
      'details',
      facts.title === '' ? 'title' : 'summary',
    ),
    wanted('warn', 'description', facts.description !== '', 'details', 'description'),
    wanted('warn', 'english', textLanguages.includes('en'), 'details?text=en'),
    ...found('warn', 'spoken', unwritten.length > 0, [`details?text=${unwritten[0]}`, 'title'], {
      languages: unwritten.join(' '),
    }),
    ...found('warn', 'trackTexts', mute.length > 0, linkTo('tracks', mute), { names: namesOf(mute) }),
    ...found('warn', 'ticketTexts', lacking(types).length > 0, linkTo('tickets', lacking(types)), {
      names: namesOf(lacking(types)),
    }),
    ...found('warn', 'questionTexts', lacking(questions).length > 0, linkTo('questions', lacking(questions)), {
      names: namesOf(lacking(questions)),
    }),
  ]
}

function linkTo(list: string, [first]: CheckedTexts[]): [string] {
  return [first ? `${list}/${first.id}` : list]
}

function namesOf(all: CheckedTexts[]): string {
  return all.map(({ name }) => name).join(', ')
}
