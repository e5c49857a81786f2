import { calendarNote, type LetterCalendar } from './calendar-note.ts'
import type { MailEvent, MailEventBefore } from './event.ts'
import { amount, eventFact, type Fact, factTable, whenFact, whenFacts, whereFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { organizersWord } from './organizers-word.ts'
import { type Phrase, type Say, sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import { formatMoment } from '#app/values/dates.ts'
import type { Money } from '#app/values/money.ts'
import type { Instant } from '#app/values/moment.ts'

/** What has become of the event since its reader last heard of it. */
export type EventNews = 'time' | 'place' | 'both' | 'room' | 'dated' | 'postponed' | 'reinstated' | 'revived'

export interface EventNewsProps {
  language: string
  event: MailEvent
  /** `dated` has a date after a postponement, `reinstated` its old one; `revived` was cancelled. */
  news: EventNews
  before: MailEventBefore
  /** The online room has another address, which calendars of participants tell. */
  isRoomNew: boolean
  recipientName: string
  /** Whether they still have what they had; a seat that a cancelling ended does not come back. */
  hasSeat: boolean
  /** Their order, their seat or the event. */
  address: { url: string; is: 'Order' | 'Seat' | 'Event' }
  /** What comes back of a seat that is cancelled now, and until when; null when nothing does. */
  refund: { share: number; fee: Money | null; untilAt: Instant | null } | null
  calendar: LetterCalendar | null
  /** What the organizers add in their own words. */
  word?: { text: string; language: string } | null
}

/** The event is moved, postponed, or held after all: how it was and how it is now, and what to do. */
export function eventNews(props: EventNewsProps): Letter {
  const { language, event, news, hasSeat, address } = props
  const say = sayIn(language)
  const heading = say(`mail.news.${news}.heading`, { event: event.title })
  const body = say(`mail.news.${news}.body`)
  const own = organizersWord(say, props.word?.text ?? '', props.word?.language)
  const facts = factsOf(say, props)
  const todo = hasSeat
    ? [props.isRoomNew && news !== 'room' ? say('mail.news.roomToo') : null, ...whatToDo(say, props)]
    : [say('mail.news.seatEnded')]
  const notes = todo.filter((note) => note !== null)
  const see = hasSeat ? say(`mail.news.see${address.is}`) : say('mail.lapsed.again')
  const url = hasSeat ? address.url : event.registerUrl
  const calendar = calendarNote(say, props.calendar, 'changed', event.calendarUrl)
  const questions = event.canReply ? say('mail.reply') : null
  const footer = say('mail.footer', { name: props.recipientName, event: event.title })
  return {
    subject: say.subject(`mail.news.${news}.subject`, { event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${own.html}${factTable(say, facts)}${notes.map(paragraph)}${button(see, url)}${calendar.html}${questions && paragraph(questions)}`,
    ),
    text: plainText(
      say,
      [heading, body, ...own.text, factBlock(facts), ...notes, linkBlock(say, see, url), ...calendar.text, questions],
      footer,
    ),
  }
}

/** The new stands above the old, each on the clock of its place and in UTC. */
function factsOf(say: Say, { event, before, news }: EventNewsProps): Fact[] {
  const named = (fact: Fact, key: 'newTime' | 'oldTime' | 'newPlace' | 'oldPlace') => ({
    ...fact,
    label: say.t(`mail.fact.${key}`),
  })
  const when =
    news === 'time' || news === 'both' || news === 'dated'
      ? [named(whenFact(say, event), 'newTime'), named(whenFact(say, before), 'oldTime')]
      : whenFacts(say, event)
  const isElsewhere = JSON.stringify(whereFact(say, event)) !== JSON.stringify(whereFact(say, before))
  const where =
    isElsewhere && news !== 'postponed'
      ? [named(whereFact(say, event), 'newPlace'), named(whereFact(say, before), 'oldPlace')]
      : [whereFact(say, event)]
  return [eventFact(say, event), ...when, ...where]
}

function whatToDo(say: Say, { news, event, refund, address }: EventNewsProps): (Phrase | null)[] {
  if (news === 'room') return [null]
  const stays = news === 'postponed' || news === 'reinstated' || news === 'revived' ? say('mail.news.seatStays') : null
  const cannot = address.is === 'Event' ? null : say('mail.news.cannot')
  return [stays, say('mail.news.check'), cannot, cannot && refund && refundNote(say, refund, event)]
}

function refundNote(
  say: Say,
  { share, fee, untilAt }: NonNullable<EventNewsProps['refund']>,
  event: MailEvent,
): Phrase {
  const percent = new Intl.NumberFormat(say.language, { style: 'percent', maximumFractionDigits: 2 }).format(share)
  const back = fee ? say.t('mail.news.lessFee', { share: percent, fee: amount(say, fee) }) : percent
  if (untilAt === null) return say('mail.news.refund', { share: back })
  return say('mail.news.refundUntil', { share: back, until: formatMoment(untilAt, event.zone, say.language) })
}
