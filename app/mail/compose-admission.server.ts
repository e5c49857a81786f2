import type { Kysely } from 'kysely'
import { type AdmissionFacts, admissionFacts } from './admission-facts.server.ts'
import type { Composer, StoredMessage, Written } from './composer.server.ts'
import { type LoadedEvent, mailEvent } from './mail-event.server.ts'
import { addressOf, type MailSite } from './mail-site.ts'
import { moneyOf } from './money-of.server.ts'
import type { Instant } from '#app/values/moment.ts'
import type { Database } from '#db/schema.ts'
import { admissionAccepted } from '#emails/admission-accepted.ts'
import { admissionNews } from '#emails/admission-news.ts'
import { admissionOffer } from '#emails/admission-offer.ts'

interface Props {
  untilAt?: Instant
  ticketMinor?: number | null
  ticketCurrency?: string | null
  ownMinor?: number
  ownCurrency?: string | null
  /** A draft that an organizer looks at: nothing is released or offered yet. */
  isDraft?: number
  /** What was called off. */
  why?: 'call' | 'event'
  hadOffer?: number
}

/** What is told of a call that was called off, and what was true before it. */
const EVEN_CALLED_OFF = ['admission-cancelled', 'admission-accepted', 'admission-withdrawn']

/** The mails of decisions and offers. One that is not true any more when it is to leave is not sent. */
export const composeAdmission: Composer = async (db, site, message, now) => {
  const props = JSON.parse(message.props) as Props
  const { subjectId: applicationId, occasion, language } = message
  const facts = await admissionFacts(db, site, { applicationId, occasion, language })
  const event = facts && (await mailEvent(db, site, facts.eventId, language))
  if (!facts || !event) return { withdrawn: 'gone' }
  const isTelling = message.template === 'admission-cancelled'
  if ((event.status === 'cancelled' && !isTelling) || facts.state !== 'submitted') return { withdrawn: 'outdated' }
  if (facts.callStatus === 'cancelled' && !EVEN_CALLED_OFF.includes(message.template)) return { withdrawn: 'outdated' }
  const written = await write(db, site, { message, props, facts, event, now })
  return 'withdrawn' in written ? written : { ...written, replyTo: event.contactEmail }
}

interface Around {
  message: StoredMessage
  props: Props
  facts: AdmissionFacts
  event: LoadedEvent
  now: Instant
}

async function write(db: Kysely<Database>, site: MailSite, around: Around): Promise<Written> {
  const { message, props, facts, event, now } = around
  const { language } = message
  const { offer, admission } = facts
  const common = { language, event, admission }
  switch (message.template) {
    case 'admission-offer':
    case 'admission-reminder': {
      const untilAt = offer?.untilAt ?? props.untilAt
      if (!props.isDraft && (offer?.state !== 'open' || offer.untilAt <= now)) return { withdrawn: 'expired' }
      if (!untilAt) return { withdrawn: 'gone' }
      const isReminder = message.template === 'admission-reminder'
      const ticket = asMoney(props.ticketMinor, props.ticketCurrency)
      const own = asMoney(props.ownMinor, props.ownCurrency)
      return { letter: admissionOffer({ ...common, isReminder, untilAt, components: facts.components, ticket, own }) }
    }
    case 'admission-reserve':
      if (facts.decision?.place == null) return { withdrawn: 'outdated' }
      return {
        letter: admissionNews({
          ...common,
          is: 'reserve',
          place: facts.decision.place,
          untilAt: facts.noOffersAfterAt,
        }),
      }
    case 'admission-declined':
      if (facts.decision?.kind !== 'decline') return { withdrawn: 'outdated' }
      return {
        letter: admissionNews({
          ...common,
          is: 'declined',
          reason: facts.decision.reason,
          catalogueUrl: addressOf(site, language, '/events'),
        }),
      }
    case 'admission-lapsed':
      if (!offer) return { withdrawn: 'gone' }
      return { letter: admissionNews({ ...common, is: 'lapsed', untilAt: offer.untilAt }) }
    case 'admission-withdrawn':
      if (!offer) return { withdrawn: 'gone' }
      return { letter: admissionNews({ ...common, is: 'withdrawn', reason: offer.reason }) }
    case 'admission-cancelled': {
      const is = props.why === 'event' ? ('event-cancelled' as const) : ('call-cancelled' as const)
      // It may have been brought back since.
      if (is === 'event-cancelled' && event.status !== 'cancelled') return { withdrawn: 'outdated' }
      return { letter: admissionNews({ ...common, is, hadOffer: props.hadOffer === 1 }) }
    }
    default: {
      if (offer?.state !== 'accepted') return { withdrawn: 'outdated' }
      const due = facts.order ? (await moneyOf(db, facts.order.id, facts.order.currency)).due : null
      return { letter: admissionAccepted({ ...common, orderUrl: facts.order?.url ?? null, due }) }
    }
  }
}

function asMoney(amountMinor: number | null | undefined, currency: string | null | undefined) {
  return amountMinor && currency ? { amountMinor, currency } : null
}
