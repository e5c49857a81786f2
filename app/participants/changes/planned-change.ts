import { z } from 'zod'
import { type Move, moveSchema } from '#app/events/move-form.ts'
import type { OwnWords } from '#app/mail/own-word.ts'
import { optionalText, tick } from '#app/values/fields.ts'

export const CHANGES = ['move', 'postpone', 'cancel', 'reinstate'] as const
export type ChangeKind = (typeof CHANGES)[number]

/** What becomes of a public event, as its organizer has said it and not yet done. */
export type PlannedChange = { kind: 'move'; form: Move } | { kind: Exclude<ChangeKind, 'move'> }

/** Whether people are told, and a word of one's own to them in each language of the event's texts. */
export interface Telling {
  isTold: boolean
  words: OwnWords
}

/** Of the mails that tell it. */
export const TEMPLATES = {
  move: 'event-moved',
  postpone: 'event-postponed',
  cancel: 'event-cancelled',
  reinstate: 'event-reinstated',
} as const

/** How long a word may be. */
const WORD_LENGTH = 1000

/** The form of a change of one kind, for an event with texts in these languages. */
export function changeSchema(kind: ChangeKind, languages: string[]) {
  const words = z
    .object(Object.fromEntries(languages.map((language) => [language, optionalText(WORD_LENGTH)])))
    .default({})
  const common = z.object({ tell: tick(), words })
  const form = kind === 'move' ? moveSchema : z.object({})
  return common.and(form).transform(({ tell, words, ...rest }) => ({
    change: (kind === 'move' ? { kind, form: rest } : { kind }) as PlannedChange,
    // That it is cancelled is never kept from those who would come.
    telling: { isTold: tell || kind === 'cancel', words },
  }))
}
