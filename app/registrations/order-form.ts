import { z } from 'zod'
import type { FormQuestion, FormTicket, OrderOffer } from './order-offer.ts'
import { country, day, email, integer, line, mustTick, optionalLine, optionalText, tick } from '#app/values/fields.ts'
import { type FormState, typedValue } from '#app/values/form-state.ts'
import { cleanText } from '#app/values/text.ts'

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
  return tickets
    .filter(({ state }) => state === 'open')
    .flatMap((ticket) => {
      const typed = Number(typedValue(form, `tickets.${ticket.code}`) ?? 0)
      const count = Number.isInteger(typed) ? Math.min(Math.max(typed, 0), ticket.maximum, PEOPLE_LIMIT + 1) : 0
      return Array.from({ length: count }, () => ticket)
    })
}

const FIELD = /^people\[(\d{1,3})\]\.(.+)$/

/**
 * The form with one block of a person's fields for each wanted seat: blocks keep what was typed as long as a seat of
 * their ticket is wanted, new seats begin empty. `isSame` when that is how it was sent.
 */
export function alignPeople(form: FormState, wanted: FormTicket[]): { form: FormState; isSame: boolean } {
  const others: [string, string[]][] = []
  const blocks = new Map<number, [field: string, values: string[]][]>()
  for (const [name, values] of Object.entries(form.values)) {
    const match = FIELD.exec(name)
    if (match) blocks.set(Number(match[1]), [...(blocks.get(Number(match[1])) ?? []), [match[2]!, values]])
    else others.push([name, values])
  }
  const sent = [...blocks].toSorted(([one], [other]) => one - other).map(([, fields]) => new Map(fields))
  const unused = [...sent]
  const aligned = wanted.map(({ id }) => {
    const at = unused.findIndex((fields) => fields.get('ticket')?.[0] === id)
    return at < 0 ? new Map([['ticket', [id]]]) : unused.splice(at, 1)[0]!
  })
  const isSame = sent.length === aligned.length && aligned.every((fields, at) => fields === sent[at])
  const people = aligned.flatMap((fields, at) =>
    [...fields].map(([field, values]): [string, string[]] => [`people[${at}].${field}`, values]),
  )
  return { form: { values: Object.fromEntries([...others, ...people]), errors: form.errors }, isSame }
}

export function questionsFor({ questions }: OrderOffer, ticket: FormTicket): FormQuestion[] {
  return questions.filter(({ ticketTypeIds }) => ticketTypeIds.length === 0 || ticketTypeIds.includes(ticket.id))
}

/** The schema of the form for these seats: each person has the questions of their ticket. */
export function orderFormSchema(offer: OrderOffer, wanted: FormTicket[], methods: string[]) {
  const isPaid = wanted.some(({ price }) => price !== null)
  const people = wanted.map((ticket) => personSchema(offer, ticket))
  return z.object({
    formKey: z
      .string()
      .regex(/^[\w-]{20,64}$/)
      .catch(''),
    people: z.tuple(people as [PersonSchema, ...PersonSchema[]]) as unknown as z.ZodType<PersonForm[]>,
    conduct: mustTick('register.tickConduct'),
    attendeeList: tick(),
    photographs: tick(),
    method: isPaid ? z.enum(methods, { error: 'register.chooseMethod' }) : z.string().optional(),
  })
}

type PersonSchema = ReturnType<typeof personSchema>
export type PersonForm = z.output<PersonSchema>

function personSchema(offer: OrderOffer, ticket: FormTicket) {
  const answers = questionsFor(offer, ticket).map((question) => [question.code, answer(question)])
  return z.object({
    ticket: z.literal(ticket.id),
    shown: integer(0, 999_999_999),
    fullName: line(200, 'register.enterName'),
    latinName: optionalLine(200),
    email: email(),
    affiliation: optionalLine(200),
    country: country(),
    answers: z.object(Object.fromEntries(answers) as Record<string, z.ZodType<string | string[]>>),
  })
}

/** What an answer may be; one that may be left out is '' then. */
function answer({ kind, isRequired, options }: FormQuestion): z.ZodType<string | string[]> {
  const values = options.map(({ value }) => value)
  switch (kind) {
    case 'text':
      return isRequired ? line(500) : optionalLine(500)
    case 'longtext':
      return isRequired ? requiredText(2000) : optionalText(2000)
    case 'number':
      return orNothing(integer(0, 999_999_999).transform(String), isRequired)
    case 'date':
      return orNothing(day(), isRequired)
    case 'country':
      return orNothing(country(), isRequired)
    case 'phone':
      return orNothing(phone(), isRequired)
    case 'choice':
      return orNothing(z.enum(values, { error: 'form.choose' }), isRequired)
    case 'yesno':
      return orNothing(z.enum(['yes', 'no'], { error: 'form.choose' }), isRequired)
    case 'choices':
      return z
        .array(z.string())
        .refine((chosen) => chosen.every((value) => values.includes(value)), 'form.choose')
        .min(isRequired ? 1 : 0, 'form.choose')
  }
}

function orNothing(schema: z.ZodType<string>, isRequired: boolean): z.ZodType<string> {
  return isRequired ? schema : schema.optional().transform((value) => value ?? '')
}

function requiredText(maximum: number) {
  return z
    .string({ error: 'form.required' })
    .transform(cleanText)
    .pipe(z.string().min(1, 'form.required').max(maximum, `form.tooLong?maximum=${maximum}`))
}

function phone() {
  return z.string({ error: 'form.phone' }).regex(/^\+?[\d\s().-]{5,30}$/, 'form.phone')
}
