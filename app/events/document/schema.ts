import { z } from 'zod'
import { hiddenTicketType, privateQuestion, privateQuota, question, quota, ticketType } from './offer.ts'
import {
  country,
  currency,
  emailAddress,
  inLanguages,
  instant,
  language,
  later,
  line,
  optionalLine,
  partialDay,
  slug,
  text,
  time,
  url,
  zone,
} from './pieces.ts'
import { block, campaign, eligiblePerson, hiddenLinks, paymentInstructions } from './private-offer.ts'
import { eventPerson, level, room, session, track } from './programme.ts'
import {
  changeRules,
  paymentTerms,
  priceRule,
  privatePriceRule,
  questionStages,
  refundRule,
  taxRule,
  waitingListRules,
} from './rules.ts'

const eventSlug = slug(80)

const series = z.strictObject({
  slug: slug(60),
  mark: z.enum(['inet', 'ndss', 'ntw', 'regional', 'plain']).optional(),
  position: z.int().min(0).max(10_000).optional(),
  texts: inLanguages(
    z.strictObject({ name: line(120), shortName: line(60), kind: text(120), summary: text(1000) }),
  ).optional(),
})

const host = z.strictObject({
  slug: slug(60),
  name: line(200).optional(),
  kind: z.enum(['office', 'chapter', 'partner']).optional(),
  country: country.nullable().optional(),
  url: url.nullable().optional(),
})

const topic = z.strictObject({ slug: slug(60), names: inLanguages(line(120)).optional() })

const dates = z.strictObject({
  startsOn: partialDay.describe('As much of the day as is known.'),
  endsOn: partialDay,
  startsTime: time.nullable().default(null).describe('On the clock of the zone.'),
  endsTime: time.nullable().default(null),
  startsLater: later,
  endsLater: later,
  zone: zone.describe('IANA time zone; UTC where history does not know it.'),
})

const place = z.strictObject({
  country: country.nullable().default(null),
  city: optionalLine(120),
  venue: optionalLine(200),
  address: optionalLine(300),
  latitude: z.number().min(-90).max(90).nullable().default(null),
  longitude: z.number().min(-180).max(180).nullable().default(null),
  seats: z.int().min(1).max(1_000_000).nullable().default(null).describe('How many people it holds.'),
})

const window = z.strictObject({ opensAt: instant.nullable().default(null), closesAt: instant.nullable().default(null) })

/** Absent: Plenary’s code of conduct holds. */
const conduct = z.strictObject({ url, version: line(40).describe('What people agree to, as their consent names it.') })

const travelNote = z.strictObject({ country, texts: inLanguages(text(4000)) })

const history = z.strictObject({
  attendance: z.int().min(0).max(1_000_000_000).nullable().default(null),
  countries: z.int().min(0).max(1000).nullable().default(null),
  confidence: optionalLine(32),
  notes: z.string().max(16_000).nullable().default(null),
})

/** What only those who run the event may see; absent from the public document. */
const privatePart = z.strictObject({
  onlineUrl: url.nullable().default(null),
  calendar: z
    .strictObject({
      isJoinPublic: z.boolean().default(false).describe('Whether everybody may know `onlineUrl`.'),
      areRoomsPublic: z
        .boolean()
        .default(true)
        .describe('Whether everybody may know the rooms; else the public document leaves them out.'),
      mail: z.enum(['file', 'invitation']).default('file').describe('How mails bring the event into calendars.'),
    })
    .prefault({}),
  quotas: z.array(privateQuota).max(500).default([]),
  ticketTypes: z.array(hiddenTicketType).max(500).default([]).describe('The hidden ones.'),
  questions: z.array(privateQuestion).max(200).default([]),
  sessions: z.array(session).max(5000).default([]).describe('The ones that the public programme does not show.'),
  rooms: z.array(room).max(200).default([]),
  hiddenLinks: z.array(hiddenLinks).max(500).default([]),
  priceRules: z.array(privatePriceRule).max(200).default([]).describe('Those that name hidden ticket types.'),
  paymentInstructions: z.array(paymentInstructions).max(9).default([]),
  blocks: z.array(block).max(200).default([]),
  campaigns: z.array(campaign).max(500).default([]).describe('Vouchers, by campaign.'),
  eligiblePeople: z.array(eligiblePerson).max(100_000).default([]),
})

/** An event, whole: what `/events/EVENT.json` gives, and with `private` what `import` takes. */
export const eventDocument = z.strictObject({
  $schema: z.string().max(500).optional(),
  slug: eventSlug.describe('Names the event in every address; an import creates or updates by it.'),
  series: series.describe('All but the slug is used only when the series is not known yet; so for host and topics.'),
  edition: z.int().min(0).max(10_000).nullable().default(null),
  status: z.enum(['draft', 'published', 'cancelled']),
  postponedAt: instant
    .nullable()
    .default(null)
    .describe('Since when it has no date, though it will be held; its dates are those that no longer hold.'),
  isSample: z.boolean().default(false).describe('A plainly marked sample of the demonstration.'),
  language: language.describe('The language in which its texts were written first.'),
  texts: inLanguages(
    z.strictObject({
      title: line(200),
      summary: text(500),
      description: text().describe('Markdown.'),
      accessNote: text(),
      visaNote: text(),
      preparation: text(),
      cancellationNote: text(),
    }),
  ),
  dates,
  place: place.prefault({}),
  travelNotes: z
    .array(travelNote)
    .max(250)
    .default([])
    .describe('What people who live there need to know to travel to the event.'),
  conduct: conduct.nullable().default(null),
  format: z.enum(['onsite', 'online', 'hybrid']),
  level,
  languages: z.array(language).max(50).default([]).describe('Spoken or taught in.'),
  topics: z.array(topic).max(50).default([]),
  host: host.nullable().default(null),
  parent: eventSlug.nullable().default(null).describe('The slug of the event that this one is part of.'),
  neighbours: z
    .array(z.strictObject({ event: eventSlug, relation: z.enum(['before', 'beside', 'after']) }))
    .max(50)
    .default([])
    .describe('Events beside this one, and when they take place seen from it.'),
  contactEmail: emailAddress.nullable().default(null),
  websiteUrl: url.nullable().default(null),
  admission: z.enum(['registration', 'application', 'invitation', 'none']),
  applications: window.prefault({}),
  scholarships: window.prefault({}),
  currency: currency.nullable().default(null),
  paymentMethods: z
    .array(z.string().regex(/^[a-z]+(-[a-z]+)*$/))
    .max(9)
    .default([]),
  confirmsOn: z.enum(['payment', 'placing']).default('payment').describe('When a seat is confirmed.'),
  tracks: z.array(track).max(200).default([]),
  people: z.array(eventPerson).max(2000).default([]),
  sessions: z.array(session).max(5000).default([]),
  quotas: z.array(quota).max(500).default([]),
  ticketTypes: z.array(ticketType).max(500).default([]),
  questions: z.array(question).max(200).default([]),
  questionStages: z.array(questionStages).max(3).default([]),
  taxRules: z.array(taxRule).max(50).default([]),
  priceRules: z.array(priceRule).max(200).default([]),
  refundRules: z.array(refundRule).max(100).default([]).describe('The first that is in force counts, of each reason.'),
  changeRules: changeRules.nullable().default(null),
  paymentTerms: z.array(paymentTerms).max(9).default([]).describe('A method that is not told has its defaults.'),
  waitingList: waitingListRules.nullable().default(null),
  history: history.nullable().default(null),
  sources: z
    .array(z.strictObject({ citation: line(1000), url: url.nullable().default(null) }))
    .max(100)
    .default([]),
  sequence: z.int().min(0).max(2_000_000_000).optional().describe('Grows with every change; read only.'),
  updatedAt: instant.optional().describe('Read only.'),
  links: z.strictObject({ self: url, html: url, calendar: url }).optional().describe('Read only.'),
  private: privatePart.optional().describe('For those who run the event; absent from what the public gets.'),
})

export type EventDocument = z.output<typeof eventDocument>
