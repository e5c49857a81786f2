import { z } from 'zod'
import { closingZone, currency, day, inLanguages, instant, line, slug, text } from './pieces.ts'
import { trackCode } from './programme.ts'
import type { QuestionMeaning } from '#db/schema.ts'

export const quotaKey = slug(40).describe('Names the quota inside this document only.')

export const size = z.int().min(0).max(10_000_000)

export const quota = z.strictObject({
  key: quotaKey,
  size: size.describe('Seats in all.'),
  track: trackCode.nullable().default(null),
})

/** Every quota in its order; of a quota that only hidden ticket types draw on, the size stands here. */
export const privateQuota = z.strictObject({
  key: quotaKey,
  name: line(120),
  overBy: size.default(0).describe('By how much an organizer deliberately goes over the size.'),
  size: size.optional(),
  track: trackCode.nullable().optional(),
})

export const priceKind = z.enum(['early', 'standard', 'late', 'onsite', 'only'])

export const amountMinor = z
  .int()
  .min(0)
  .max(Number.MAX_SAFE_INTEGER)
  .describe('In the minor unit of the currency (ISO 4217): 45000 is 450.00 USD, and 45000 RWF.')

const priceStep = z.strictObject({
  kind: priceKind,
  currency,
  amountMinor,
  startsAt: instant.nullable().default(null),
  endsAt: instant.nullable().default(null),
  closesZone: closingZone
    .nullable()
    .default(null)
    .describe('The zone in which its end was set and is shown: IANA, UTC or AoE (UTC−12); null: that of the event.'),
})

export const ticketTypeCode = line(32).describe('Unique in its event.')

export const eligibility = z.enum([
  'none',
  'member',
  'student',
  'low-income-economy',
  'host-resident',
  'organization-member',
])

export const ticketType = z.strictObject({
  code: ticketTypeCode,
  texts: inLanguages(z.strictObject({ name: line(120), description: text(500) })),
  track: trackCode.nullable().default(null),
  admission: z.enum(['open', 'code', 'application', 'award']).default('open'),
  attendance: z.enum(['onsite', 'online']).default('onsite'),
  isClosed: z.boolean().default(false),
  minPerOrder: z.int().min(0).max(1000).default(0),
  maxPerOrder: z.int().min(1).max(1000).default(10),
  allowsRepeat: z.boolean().default(false),
  onSaleFromAt: instant.nullable().default(null),
  onSaleUntilAt: instant.nullable().default(null),
  audience: slug(24).default('standard').describe('Whom it is for: standard, student, speaker …'),
  scope: slug(24).default('full').describe('What of the event: full, day, tutorial, remote …'),
  isAddon: z.boolean().default(false).describe('Only beside a main ticket of the same person.'),
  allowsGuest: z.boolean().default(false).describe('An add-on for somebody who comes along.'),
  mains: z.array(ticketTypeCode).max(500).default([]).describe('The tickets that an add-on goes with; empty: any.'),
  days: z.array(day).max(62).default([]).describe('The days on which it lets in; empty: all of the event.'),
  eligibility: eligibility.default('none'),
  proof: z.enum(['none', 'declaration', 'code', 'list', 'upload', 'desk']).default('none'),
  remote: ticketTypeCode.nullable().default(null).describe('What it becomes when its holder stays at home.'),
  tax: slug(40).nullable().default(null).describe('The key of a tax rule; null: the default one.'),
  quotas: z.array(quotaKey).max(20).default([]).describe('A seat is free only when every one of these has room.'),
  priceSteps: z.array(priceStep).max(50).default([]).describe('None: free of charge.'),
})

export const hiddenTicketType = ticketType.extend({
  position: z.int().min(0).max(10_000).describe('Its place among all ticket types of the event, from 0.'),
})

export const questionStage = z.enum(['registering', 'accepted', 'before-event'])

const MEANINGS = [
  '',
  'gender',
  'institution',
  'first-time',
  'share-email',
  'called-name',
  'pronunciation',
  'laptop',
  'skill',
  'diet',
  'access',
  'emergency',
] as const satisfies ('' | QuestionMeaning)[]

const questionCode = line(40).describe('Unique in its event.')

const shownWhen = z
  .strictObject({ question: questionCode, value: line(120) })
  .nullable()
  .default(null)
  .describe('Asked only of who answered another question so.')

export const question = z.strictObject({
  code: questionCode,
  kind: z.enum([
    'text',
    'longtext',
    'number',
    'date',
    'country',
    'choice',
    'choices',
    'phone',
    'yesno',
    'languages',
    'file',
    'consent',
  ]),
  isRequired: z.boolean().default(false),
  stage: questionStage.default('registering'),
  maximum: z.int().min(0).max(2_000_000_000).nullable().default(null).describe('Of letters, a number or bytes.'),
  tracks: z.array(trackCode).max(200).default([]).describe('Asked in these tracks only; empty: in all.'),
  shownWhen,
  texts: inLanguages(
    z.strictObject({
      label: line(300),
      help: text(500),
      options: z
        .array(z.strictObject({ value: line(100), label: line(200) }))
        .max(200)
        .default([]),
    }),
  ),
  ticketTypes: z.array(ticketTypeCode).max(500).default([]).describe('Asked with these only; empty: with all.'),
})

/** Every question in its order; one that is asked with hidden ticket types only stands here whole. */
export const privateQuestion = z.strictObject({
  code: questionCode,
  purpose: text(300),
  audience: z.enum(['organizers', 'instructors', 'finance', 'visa-desk', 'totals']).default('organizers'),
  eraseOn: day.nullable().default(null),
  meaning: z.enum(MEANINGS).default('').describe('What its answers are there for besides; empty: nothing.'),
  hiddenTicketTypes: z.array(ticketTypeCode).max(500).default([]),
  hidden: question
    .pick({ kind: true, isRequired: true, texts: true, stage: true, maximum: true, tracks: true })
    .optional(),
  shownWhen: shownWhen.describe('Here when it depends on a question that is asked with hidden ticket types only.'),
})
