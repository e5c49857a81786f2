import type { MailEvent } from './event.ts'
import { deadline, eventFact, factTable, whenFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

export interface RosterFrozenProps {
  language: string
  event: MailEvent
  recipientName: string
  frozenAt: Instant
  /** Those that the reader teaches, and how many are in each; '' for those of no track. */
  tracks: { name: string; count: number }[]
  /** The list: reached by signing in. */
  url: string
}

/** To an instructor: the list of their tracks stands. It says how many, never who. */
export function rosterFrozen({ language, event, recipientName, frozenAt, tracks, url }: RosterFrozenProps): Letter {
  const say = sayIn(language)
  const count = tracks.reduce((total, track) => total + track.count, 0)
  const only = tracks.length === 1 && tracks[0]!.name !== '' ? tracks[0]!.name : event.title
  const heading = say('roster.mail.frozen.heading', { name: recipientName })
  const body = say('roster.mail.frozen.body', { count, track: only })
  const facts = [
    ...tracks.map(({ name, count }) => ({
      label: name || say.t('roster.noTrack'),
      lines: [say('roster.people', { count })],
    })),
    { label: say.t('roster.mail.frozenAt'), lines: deadline(say, frozenAt, event) },
    eventFact(say, event),
    whenFact(say, event),
  ]
  const how = say('roster.mail.frozen.how')
  const open = say('roster.mail.frozen.open')
  const footer = say('roster.mail.footer', { event: event.title })
  return {
    subject: say.subject('roster.mail.frozen.subject', { track: only, count }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(open, url)}${paragraph(how)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, open, url), how], footer),
  }
}
