import { deadlineInUtc } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { linkBlock, plainText } from './plain-text.ts'
import type { RoleName } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'

export interface TeamInvitationProps {
  language: string
  /** The event or the series. */
  place: string
  role: RoleName
  /** Who invites; null once nobody knows. */
  by: string | null
  url: string
  expiresAt: Instant
  site: string
}

/** To who is asked to work at an event. */
export function teamInvitation({ language, place, role, by, url, expiresAt, site }: TeamInvitationProps): Letter {
  const say = sayIn(language)
  const named = { place, role: say.t(`account.work.roles.${role}`) }
  const heading = say('mail.teamInvitation.heading', named)
  const body =
    by === null ? say('mail.teamInvitation.body', named) : say('mail.teamInvitation.bodyBy', { ...named, by })
  const may = say(`team.may.${role === 'administrator' ? 'organizer' : role}`)
  const until = say('mail.teamInvitation.until', { until: deadlineInUtc(say, expiresAt) })
  const open = say('mail.teamInvitation.open')
  const notYou = say('mail.teamInvitation.notYou')
  const footer = say('mail.teamInvitation.footer', { site })
  return {
    subject: say.subject('mail.teamInvitation.subject', named),
    html: layout(
      say,
      { preview: body, heading, footer },
      html`${lead(body)}${paragraph(may)}${button(open, url)}${paragraph(until)}${paragraph(notYou)}`,
    ),
    text: plainText(say, [heading, body, may, linkBlock(say, open, url), until, notYou], footer),
  }
}
