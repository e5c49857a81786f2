import type { MailEvent } from './event.ts'
import { eventFact, factTable, whenFact } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { factBlock, linkBlock, plainText } from './plain-text.ts'

export interface RosterChangedProps {
  language: string
  event: MailEvent
  recipientName: string
  /** Since the last mail of this kind. `moved`: between tracks that the reader teaches. */
  came: number
  left: number
  moved: number
  /** Who they are: reached by signing in. */
  url: string
}

/** To an instructor: so many came, so many left. Names stand behind the link. */
export function rosterChanged(props: RosterChangedProps): Letter {
  const { language, event, recipientName, came, left, moved, url } = props
  const say = sayIn(language)
  const heading = say('roster.mail.changed.heading', { name: recipientName })
  const body = say('roster.mail.changed.body')
  const facts = [
    ...(came > 0 ? [{ label: say.t('roster.came'), lines: [say('roster.people', { count: came })] }] : []),
    ...(left > 0 ? [{ label: say.t('roster.left'), lines: [say('roster.people', { count: left })] }] : []),
    ...(moved > 0 ? [{ label: say.t('roster.moved'), lines: [say('roster.people', { count: moved })] }] : []),
    eventFact(say, event),
    whenFact(say, event),
  ]
  const how = say('roster.mail.changed.how')
  const open = say('roster.mail.changed.open')
  const footer = say('roster.mail.footer', { event: event.title })
  return {
    subject: say.subject('roster.mail.changed.subject', { came, left, event: event.title }),
    html: layout(
      say,
      { preview: body, heading, event, footer },
      html`${lead(body)}${factTable(say, facts)}${button(open, url)}${paragraph(how)}`,
    ),
    text: plainText(say, [heading, body, factBlock(facts), linkBlock(say, open, url), how], footer),
  }
}
