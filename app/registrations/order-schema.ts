import { z } from 'zod'
import { askedOf, isForOthers, isNamedLater } from './order-form.ts'
import { addonsFor, type FormTicket, type OrderOffer } from './order-offer.ts'
import { hasPayer, payerSchema, wantsInvoice } from './payer-form.ts'
import { answersSchema } from './questions/answer-schema.ts'
import type { Question } from './questions/question.ts'
import { fileOfToken } from '#app/files/upload.ts'
import { country, email, line, mustTick, optionalLine, tick } from '#app/values/fields.ts'
import { EMPTY_FORM, type FormState } from '#app/values/form-state.ts'
import { rememberLast } from '#app/values/remember.ts'

/**
 * The schema of the form for these seats: each person has the questions of their ticket that what was `typed` leads
 * to, and the add-ons that go with it. `isDue` says whether there is something to pay.
 */
export function orderFormSchema(
  offer: OrderOffer,
  wanted: FormTicket[],
  methods: string[],
  { typed = EMPTY_FORM, isDue }: { typed?: FormState; isDue?: boolean } = {},
) {
  const shape: OrderShape = {
    methods: (isDue ?? wanted.some(({ price }) => price !== null)) ? methods : null,
    isForOthers: isForOthers(typed),
    hasPayer: hasPayer(typed),
    wantsInvoice: wantsInvoice(typed),
    people: wanted.map((ticket, at) => personShape(offer, ticket, typed, at)),
  }
  return schemaOf(JSON.stringify(shape))
}

/** All that the schema depends on: forms of the same shape share one, since making one takes as long as a page. */
interface OrderShape {
  /** Null when nothing is to pay. */
  methods: string[] | null
  isForOthers: boolean
  hasPayer: boolean
  wantsInvoice: boolean
  people: PersonShape[]
}

interface PersonShape {
  ticketId: string
  isLater: boolean
  mustDeclare: boolean
  /** Add-ons by code, those for somebody who comes along apart. */
  guests: string[]
  own: string[]
  asked: Pick<Question, 'code' | 'kind' | 'isRequired' | 'options' | 'maximum'>[]
}

function personShape(offer: OrderOffer, ticket: FormTicket, typed: FormState, at: number): PersonShape {
  const addons = addonsFor(offer, ticket)
  return {
    ticketId: ticket.id,
    isLater: isNamedLater(typed, at),
    mustDeclare: ticket.proof === 'declaration' && ticket.eligibility !== 'none',
    guests: addons.filter(({ isGuest }) => isGuest).map(({ code }) => code),
    own: addons.filter(({ isGuest }) => !isGuest).map(({ code }) => code),
    asked: askedOf(offer, ticket, typed, at).map(({ code, kind, isRequired, options, maximum }) => ({
      code,
      kind,
      isRequired,
      options: options.map(({ value }) => ({ value, label: '' })),
      maximum,
    })),
  }
}

const schemaOf = rememberLast(100, (shape: string) => {
  const { methods, isForOthers, hasPayer, wantsInvoice, people } = JSON.parse(shape) as OrderShape
  return z.object({
    formKey: z
      .string()
      .regex(/^[\w-]{20,64}$/)
      .catch(''),
    currency: z.string().optional(),
    voucherCodes: optionalLine(200),
    prices: z.string().max(2000).optional(),
    shownDue: z
      .string()
      .regex(/^\d{1,12}$/)
      .optional()
      .catch(undefined),
    orderer: ordererSchema(isForOthers),
    people: z.tuple(people.map(personSchema) as [PersonSchema, ...PersonSchema[]]) as unknown as z.ZodType<
      PersonForm[]
    >,
    conduct: mustTick('register.tickConduct'),
    attendeeList: tick(),
    photographs: tick(),
    method: methods ? z.enum(methods, { error: 'register.chooseMethod' }) : z.string().optional(),
    payer: payerSchema({ isWanted: hasPayer, isInvoice: wantsInvoice }),
  })
})

function ordererSchema(isWanted: boolean): z.ZodType<{ fullName: string; email: string } | undefined> {
  return isWanted
    ? z.object({ fullName: line(200, 'register.enterName'), email: email() })
    : z
        .unknown()
        .optional()
        .transform(() => undefined)
}

type PersonSchema = ReturnType<typeof personSchema>

interface PersonForm {
  ticket: string
  later: boolean
  fullName: string
  latinName: string
  email: string
  affiliation: string
  country: string
  declared: boolean
  memberNumber: string
  /** The id of the file. */
  proof: string | null
  addons: string[]
  guests: Record<string, string>
  answers: Record<string, string | string[]>
}

function personSchema({ ticketId, isLater, mustDeclare, guests, own, asked }: PersonShape) {
  const told = isLater ? optionalLine(200) : undefined
  return z.object({
    ticket: z.literal(ticketId),
    later: tick(),
    fullName: told ?? line(200, 'register.enterName'),
    latinName: optionalLine(200),
    email: told ?? email(),
    affiliation: optionalLine(200),
    country: told ?? country(),
    declared: mustDeclare ? mustTick('register.declare') : tick(),
    memberNumber: optionalLine(100),
    proof: z
      .string()
      .optional()
      .transform((token) => (token ? (fileOfToken(token)?.id ?? null) : null)),
    addons: z
      .array(z.string())
      .default([])
      .refine((chosen) => chosen.every((code) => own.includes(code)), 'register.addonGone'),
    guests: z.object(Object.fromEntries(guests.map((code) => [code, optionalLine(200)]))),
    answers: answersSchema(asked),
  })
}
