import type { Kysely } from 'kysely'
import type { Composer, StoredMessage, Written } from './composer.server.ts'
import { type LoadedEvent, mailEvent } from './mail-event.server.ts'
import { addressOf, type MailSite } from './mail-site.ts'
import { offerCalendar } from './offer-calendar.server.ts'
import { inLanguage } from '#app/values/in-language.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Money } from '#app/values/money.ts'
import type { Database } from '#db/schema.ts'
import type { MailWaiting } from '#emails/waiting-facts.ts'
import { waitingListJoined } from '#emails/waiting-list-joined.ts'
import { waitingListLapsed } from '#emails/waiting-list-lapsed.ts'
import { waitingListOffer } from '#emails/waiting-list-offer.ts'
import { isWhyOver, waitingListOver } from '#emails/waiting-list-over.ts'

interface Props {
  place?: number
  of?: number
  seatsBefore?: number
  amountMinor?: number
  currency?: string
  rest?: number
  restId?: string
  why?: string
}

/** The mails to who waits. The subject is an offer or an entry; an offer that is over by now is not told. */
export const composeWaiting: Composer = async (db, site, message, now) => {
  const offer = await offerOf(db, message.subjectId)
  const waiting = await waitingOf(db, site, offer?.entryId ?? message.subjectId, message.language)
  const event = waiting && (await mailEvent(db, site, waiting.eventId, message.language))
  if (!waiting || !event) return { withdrawn: 'gone' }
  const written = await write(db, site, { message, waiting, offer, event, now })
  return 'withdrawn' in written ? written : { ...written, replyTo: event.contactEmail }
}

interface Facts {
  message: StoredMessage
  waiting: LoadedWaiting
  offer: LoadedOffer | undefined
  event: LoadedEvent
  now: Instant
}

async function write(
  db: Kysely<Database>,
  site: MailSite,
  { message, waiting, offer, event, now }: Facts,
): Promise<Written> {
  const { language } = message
  const props = JSON.parse(message.props) as Props
  const joinUrl = addressOf(site, language, `/events/${event.slug}/waiting-list`)
  if (message.template === 'waiting-list-over') {
    const why = isWhyOver(props.why) ? props.why : 'removed'
    return { letter: waitingListOver({ language, event, waiting, why }) }
  }
  if (event.status === 'cancelled') return { withdrawn: 'outdated' }
  if (message.template === 'waiting-list-joined') {
    if (waiting.state !== 'waiting') return { withdrawn: 'outdated' }
    const { place = 1, of = 1, seatsBefore = 0 } = props
    const position = waiting.isLate ? null : { place, of, seatsBefore }
    return { letter: waitingListJoined({ language, event, waiting, position }) }
  }
  if (!offer) return { withdrawn: 'gone' }
  const { seats, untilAt } = offer
  if (message.template === 'waiting-list-lapsed')
    return { letter: waitingListLapsed({ language, event, waiting, seats, untilAt, joinUrl }) }
  if (offer.state !== 'open' || untilAt <= now) return { withdrawn: 'expired' }
  const rest = props.restId ? await waitingOf(db, site, props.restId, language) : null
  const ticket = { name: await ticketName(db, offer.ticketTypeId, language), price: priceOf(props) }
  const query = new URLSearchParams({ offer: offer.id, key: site.offerKey(offer.id) })
  const takeUrl = addressOf(site, language, `/events/${event.slug}/register?${query}`)
  const kept = rest && props.rest ? { seats: props.rest, url: rest.url } : null
  const calendar = await offerCalendar(db, site, { entryId: offer.entryId, language, now })
  return {
    letter: waitingListOffer({ language, event, waiting, seats, untilAt, ticket, takeUrl, kept, calendar }),
    calendar,
  }
}

function priceOf({ amountMinor, currency }: Props): Money | null {
  return amountMinor !== undefined && currency !== undefined ? { amountMinor, currency } : null
}

type LoadedOffer = NonNullable<Awaited<ReturnType<typeof offerOf>>>

async function offerOf(db: Kysely<Database>, id: string) {
  return await db
    .selectFrom('offers')
    .select(['id', 'entryId', 'ticketTypeId', 'seats', 'state', 'untilAt'])
    .where('id', '=', id)
    .executeTakeFirst()
}

interface LoadedWaiting extends MailWaiting {
  eventId: string
  state: string
  isLate: boolean
}

async function waitingOf(
  db: Kysely<Database>,
  site: MailSite,
  id: string,
  language: string,
): Promise<LoadedWaiting | null> {
  const entry = await db
    .selectFrom('waitingListEntries as entry')
    .innerJoin('people', 'people.id', 'entry.personId')
    .selectAll('entry')
    .select('people.fullName')
    .where('entry.id', '=', id)
    .executeTakeFirst()
  if (!entry) return null
  const types = await db
    .selectFrom('waitingListPreferences')
    .select('ticketTypeId')
    .where('entryId', '=', id)
    .orderBy('position')
    .execute()
  const tickets: string[] = []
  for (const { ticketTypeId } of types) tickets.push(await ticketName(db, ticketTypeId, language))
  const query = new URLSearchParams({ key: site.waitingKey(entry) })
  return {
    eventId: entry.eventId,
    state: entry.state,
    isLate: entry.orderId !== null,
    code: entry.code,
    url: addressOf(site, language, `/waiting-list/${entry.code}?${query}`),
    name: entry.fullName,
    partySize: entry.partySize,
    tickets,
    wantedUntilAt: entry.wantedUntilAt,
  }
}

async function ticketName(db: Kysely<Database>, id: string, language: string): Promise<string> {
  const names = await db
    .selectFrom('ticketTypes')
    .leftJoin('ticketTypeTexts as text', 'text.ticketTypeId', 'ticketTypes.id')
    .select(['ticketTypes.code', 'text.language', 'text.name'])
    .where('ticketTypes.id', '=', id)
    .execute()
  const texts = names.flatMap(({ language, name }) => (language && name ? [{ language, name }] : []))
  return inLanguage(texts, language)?.name ?? names[0]?.code ?? ''
}
