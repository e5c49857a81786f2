import type { FormQuestion, FormTicket, OrderOffer } from './order-offer.ts'
import { questionsForSeat } from './questions/shown-questions.ts'
import { shownInForm } from './questions/typed-answers.ts'
import { type FormState, isTicked, typedValue } from '#app/values/form-state.ts'
import { remembered } from '#app/values/remembered.ts'

/** The texts that people agree to; kept with each agreement. */
export const CONSENT_VERSION = '2026-11'

/** More people than this on one form are too many for one page. */
export const PEOPLE_LIMIT = 30

/** The ticket of each seat that the numbers ask for, in the order of the page; no more than a page can hold. */
export function wantedTickets(form: FormState, tickets: FormTicket[]): FormTicket[] {
  return allWanted(form, tickets).slice(0, PEOPLE_LIMIT)
}

/** Whether the numbers ask for more people than a page can hold. */
export function asksTooMany(form: FormState, tickets: FormTicket[]): boolean {
  return allWanted(form, tickets).length > PEOPLE_LIMIT
}

function allWanted(form: FormState, tickets: FormTicket[]): FormTicket[] {
  const wanted: FormTicket[] = []
  for (const ticket of tickets) {
    if (ticket.state !== 'open') continue
    const typed = Number(typedValue(form, `tickets.${ticket.code}`) ?? 0)
    const count = Number.isInteger(typed) ? Math.min(Math.max(typed, 0), ticket.maximum, PEOPLE_LIMIT + 1) : 0
    for (let at = 0; at < count; at++) wanted.push(ticket)
  }
  return wanted
}

/** Whose field it is by its name, if it is a person's. */
const ownerOf = remembered((name: string) => {
  const [, person, field] = /^people\[(\d{1,3})\]\.(.+)$/.exec(name) ?? []
  return { person: Number(person ?? -1), field: field ?? name }
})

/** What was typed of one person, by their fields. */
type Block = Map<string, string[]>

/**
 * The form with one block of a person's fields for each wanted seat: blocks keep what was typed as long as a seat of
 * their ticket is wanted, new seats begin empty. `isSame` when that is how it was sent.
 */
export function alignPeople(form: FormState, wanted: FormTicket[]): { form: FormState; isSame: boolean } {
  const others: [string, string[]][] = []
  const blocks = new Map<number, Block>()
  for (const name in form.values) {
    const values = form.values[name]!
    const { person, field } = ownerOf(name)
    if (person < 0) others.push([name, values])
    else if (blocks.has(person)) blocks.get(person)!.set(field, values)
    else blocks.set(person, new Map([[field, values]]))
  }
  const sent = [...blocks].toSorted(([one], [other]) => one - other).map(([, fields]) => fields)
  const unused = [...sent]
  const aligned = wanted.map(({ id }): Block => {
    const at = unused.findIndex((fields) => fields.get('ticket')?.[0] === id)
    return at < 0 ? new Map([['ticket', [id]]]) : unused.splice(at, 1)[0]!
  })
  const isSame = sent.length === aligned.length && aligned.every((fields, at) => fields === sent[at])
  if (isSame && sent.every((_fields, at) => blocks.has(at))) return { form, isSame }
  const people = aligned.flatMap((fields, at) =>
    [...fields].map(([field, values]): [string, string[]] => [`people[${at}].${field}`, values]),
  )
  return { form: { values: Object.fromEntries([...others, ...people]), errors: form.errors }, isSame }
}

/** What may be asked with a ticket, as far as it does not hang on another answer. */
export function questionsFor({ questions }: OrderOffer, ticket: FormTicket): FormQuestion[] {
  return questionsForSeat(questions, { ticketTypeId: ticket.id, trackId: ticket.trackId })
}

/** The questions that one person's answers so far lead to; none for a seat that is named later. */
export function askedOf({ questions }: OrderOffer, ticket: FormTicket, form: FormState, at: number): FormQuestion[] {
  if (isNamedLater(form, at)) return []
  return shownInForm(
    questions,
    { ticketTypeId: ticket.id, trackId: ticket.trackId },
    { form, name: `people[${at}].answers` },
  )
}

/** Whether answers lead to questions that the form as it was sent had not shown yet. */
export function asksMore(offer: OrderOffer, wanted: FormTicket[], form: FormState): boolean {
  return wanted.some((ticket, at) => {
    const shown = typedValue(form, `people[${at}].asked`)?.split(' ')
    return shown !== undefined && askedOf(offer, ticket, form, at).some(({ code }) => !shown.includes(code))
  })
}

/** A seat whose person is told later. */
export function isNamedLater(form: FormState, at: number): boolean {
  return isTicked(form, `people[${at}].later`, 'on') ?? false
}

/** Whether whoever fills in the form does not come themselves. */
export function isForOthers(form: FormState): boolean {
  return isTicked(form, 'forOthers', 'on') ?? false
}

/** More codes than this nobody has for one order; each is a parameter of a question to the database. */
const MOST_CODES = 30

/** The codes as typed, with commas between them: spaces within a code do not count. */
export function typedVouchers(typed: string | undefined): string[] {
  return (typed ?? '')
    .split(/[,;،、\n]+/)
    .filter(Boolean)
    .slice(0, MOST_CODES)
}
