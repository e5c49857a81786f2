import type { AskedNames } from './questions-table.tsx'
import type { Translate } from '#app/locales/translate.ts'
import type { OfferedQuestion } from '#app/registrations/questions/list-questions.server.ts'
import { isolate } from '#app/ui/isolate.ts'
import { valueLabel } from '#app/ui/question-field.tsx'

type Asked = Pick<OfferedQuestion, 'ticketTypeIds' | 'trackIds' | 'shownWhenQuestionId' | 'shownWhenValue'>

/** Who is asked a question, in words: `those with Full pass, who answered “Yes” to “Do you need a visa?”`. */
export function whoIsAsked(question: Asked, all: OfferedQuestion[], names: AskedNames, t: Translate): string {
  const asked = names.ticketTypes.filter(({ id }) => question.ticketTypeIds.includes(id))
  // Names of several may have commas of their own.
  const tickets = asked.map(({ code, name }) => (asked.length === 1 ? name : code))
  const tracks = names.tracks.filter(({ id }) => question.trackIds.includes(id)).map(({ title }) => title)
  const parent = all.find(({ id }) => id === question.shownWhenQuestionId)
  const separator = t('common.listSeparator')
  const parts = [
    tickets.length > 0 && t('question.withTickets', { tickets: firstOf(tickets, separator) }),
    tracks.length > 0 && t('question.inTracks', { tracks: firstOf(tracks, separator) }),
    parent &&
      t('question.ifAnswered', {
        question: isolate(parent.label),
        answer: isolate(answerLabel(parent, question, t)),
      }),
  ].filter((part) => typeof part === 'string')
  return parts.length > 0 ? parts.join(separator) : t('question.everybody')
}

/** `FULL, STUD, DAY-TUE, +9`. */
function firstOf(names: string[], separator: string): string {
  const more = names.length - SHOWN_NAMES
  return [...names.slice(0, SHOWN_NAMES).map(isolate), ...(more > 0 ? [isolate(`+${more}`)] : [])].join(separator)
}

const SHOWN_NAMES = 3

function answerLabel(parent: OfferedQuestion, { shownWhenValue }: Asked, t: Translate): string {
  const options = parent.texts.find(({ language }) => language === parent.textLanguage)?.options ?? []
  if (parent.kind === 'consent') return t('register.yes')
  return valueLabel({ kind: parent.kind, options }, shownWhenValue ?? '', t)
}

/** Every answer that a question could wait for, of the others that are asked: a value for the form, and its words. */
export function conditionsFor(
  question: Pick<OfferedQuestion, 'id'> | null,
  all: OfferedQuestion[],
  values: (parent: OfferedQuestion) => string[],
  t: Translate,
): { value: string; label: string }[] {
  return all
    .filter(({ id, isRetired }) => id !== question?.id && isRetired === 0)
    .flatMap((parent) =>
      values(parent).map((value) => ({
        value: `${parent.id}:${value}`,
        label: t('question.condition', {
          question: parent.label,
          answer: answerLabel(
            parent,
            { ticketTypeIds: [], trackIds: [], shownWhenQuestionId: null, shownWhenValue: value },
            t,
          ),
        }),
      })),
    )
}
