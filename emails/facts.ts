import type { MailEvent, MailEventBefore, MailTicket } from './event.ts'
import { html, type Markup } from './markup.ts'
import type { Phrase, Say } from './phrase.ts'
import { countryName, formatDay, formatDays, formatMoment } from '#app/values/dates.ts'
import { formatMoney, type Money } from '#app/values/money.ts'
import { type Instant, offsetName } from '#app/values/moment.ts'

/** One row of the table: what it is, and its lines. */
export interface Fact {
  label: string
  lines: Phrase[]
  /** The label is a code and is not broken. */
  isCode?: boolean
}

export function eventFact(say: Say, event: MailEvent): Fact {
  return { label: say.t('mail.fact.event'), lines: [say.value(event.title, event.titleLanguage)] }
}

/** Of a postponed event that there is no date, and the one that no longer holds. */
export function whenFacts(say: Say, event: MailEvent): Fact[] {
  const when = whenFact(say, event)
  if (!event.isPostponed) return [when]
  return [
    { label: when.label, lines: [say('mail.news.noDate')] },
    { ...when, label: say.t('mail.fact.wasPlanned') },
  ]
}

/** The days, and the hours with their zone: on the clock of the place, and in UTC. */
export function whenFact(say: Say, event: MailEventBefore): Fact {
  const place = event.city ?? event.zone
  const offset = offsetName(event.startsAt, event.zone)
  const days = formatDays(event.startsOn, event.endsOn, say.language, { weekday: true })
  const hours = event.startsTime
    ? [
        say('mail.starts', { time: event.startsTime, place, offset }),
        say('mail.startsInUtc', { utc: formatMoment(event.startsAt, 'UTC', say.language, { year: false }) }),
      ]
    : [say('mail.localTime', { place, offset })]
  return { label: say.t('mail.fact.when'), lines: [say.value(days), ...hours] }
}

export function whereFact(say: Say, event: MailEventBefore): Fact {
  const country = event.country ? countryName(event.country, say.language) : null
  const lines = [event.venue, event.address, [event.city, country].filter(Boolean).join(say.t('common.listSeparator'))]
  const place = event.format === 'online' ? [] : lines.filter((line) => line).map((line) => say.value(line!))
  const online = event.format === 'onsite' ? [] : [say(event.format === 'hybrid' ? 'mail.alsoOnline' : 'mail.online')]
  return { label: say.t('mail.fact.where'), lines: [...place, ...online] }
}

export function orderFact(say: Say, code: string): Fact {
  return { label: say.t('mail.fact.order'), lines: [say.value(code)] }
}

/** Who goes with what: a line a person. */
export function ticketsFact(say: Say, tickets: MailTicket[]): Fact {
  return {
    label: say.t('mail.fact.tickets', { count: tickets.length }),
    lines: tickets.map((ticket) => ticketOf(say, ticket)),
  }
}

/** `Wulandari: Full workshop · Routing`; a seat without a name yet says so. */
export function ticketOf(say: Say, ticket: MailTicket): Phrase {
  const person = ticket.personName || say.t('order.unnamed')
  return say('mail.ticketOf', { person, ticket: ticketName(ticket) })
}

/** `Full workshop · Routing · Dinner`. */
export function ticketName({ ticketName, trackName, extras = [] }: MailTicket): string {
  return [ticketName, trackName, ...extras].filter(Boolean).join(' · ')
}

/** A deadline on the event's clock and in UTC, so that a reader anywhere can tell. */
export function deadline(say: Say, at: Instant, event: Pick<MailEvent, 'zone'>): Phrase[] {
  const there = say.value(formatMoment(at, event.zone, say.language))
  return offsetName(at, event.zone) === 'UTC' ? [there] : [there, say.value(formatMoment(at, 'UTC', say.language))]
}

export function deadlineInUtc(say: Say, at: Instant): string {
  return formatMoment(at, 'UTC', say.language)
}

export function amount(say: Say, money: Money): string {
  return formatMoney(money, say.language)
}

export function dayOf(say: Say, at: Instant): string {
  return formatDay(at.slice(0, 10), say.language)
}

const CELL = 'padding:10px 0;border-bottom:1px solid #d2d9d2'

/** The one data table of a mail. Sides are named outright: webmail drops the document's direction. */
export function factTable(say: Say, facts: Fact[]): Markup {
  const start = say.direction === 'rtl' ? 'right' : 'left'
  const gap = say.direction === 'rtl' ? '10px 0 10px 16px' : '10px 16px 10px 0'
  return html`<table
    class="ink"
    dir="${say.direction}"
    width="100%"
    cellpadding="0"
    cellspacing="0"
    style="width:100%;border-collapse:collapse;margin:0 0 24px;font:16px/1.5 'Segoe UI',Roboto,Helvetica,Arial,sans-serif;color:#15211d"
  >
    <tbody>
      ${facts.map(
        ({ label, lines, isCode = false }) =>
          html`<tr>
            <th
              class="rule"
              scope="row"
              align="${start}"
              valign="top"
              style="padding:${gap};border-bottom:1px solid #d2d9d2;font-weight:600;width:96px;text-align:${start}${isCode && ';white-space:nowrap'}"
            >
              ${label}
            </th>
            <td class="rule" dir="${say.direction}" align="${start}" valign="top" style="${CELL};text-align:${start}">
              ${lines.map((line, at) => html`${at > 0 && html`<br />`}${line}`)}
            </td>
          </tr> `,
      )}
    </tbody>
  </table>`
}
