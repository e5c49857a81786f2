import { LANGUAGES } from '#app/locales/languages.ts'
import { type Key, type Translate, translator } from '#app/locales/translate.ts'
import { fold } from '#app/values/text.ts'
import type { SessionPeopleTable, SessionsTable } from '#db/schema.ts'

type Kind = SessionsTable['kind']
type Role = SessionPeopleTable['role']

/** Words of cells that stand for one of a few things: written in one language, read in every one, and as their keys. */
function wordsOf<T extends string>(names: readonly T[], keyOf: (name: T) => Key) {
  const read = new Map<string, T>()
  for (const name of names) {
    read.set(fold(name), name)
    for (const { code } of LANGUAGES) read.set(fold(translator(code)(keyOf(name))), name)
  }
  return {
    write: (name: T, t: Translate) => t(keyOf(name)),
    read: (text: string): T | undefined => read.get(fold(text).trim()),
  }
}

const KINDS: Kind[] = ['plenary', 'talk', 'panel', 'tutorial', 'workshop', 'lab', 'break', 'social', 'other']
const ROLES: Role[] = ['speaker', 'chair', 'lead-instructor', 'instructor', 'assistant']

export const kinds = wordsOf(KINDS, (kind) =>
  kind === 'other' ? 'release.otherKind' : `event.programme.kinds.${kind}`,
)
export const roles = wordsOf(ROLES, (role) => `event.people.roles.${role}`)
export const answers = wordsOf(['yes', 'no'] as const, (answer) => `release.${answer}`)
