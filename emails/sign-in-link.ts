import { deadlineInUtc } from './facts.ts'
import { button, type Letter, lead, layout, paragraph } from './layout.ts'
import { html } from './markup.ts'
import { sayIn } from './phrase.ts'
import { linkBlock, plainText } from './plain-text.ts'
import type { Instant } from '#app/values/moment.ts'

export interface SignInLinkProps {
  language: string
  email: string
  url: string
  expiresAt: Instant
  /** The installation's address, as people know it. */
  site: string
}

export function signInLink({ language, email, url, expiresAt, site }: SignInLinkProps): Letter {
  const say = sayIn(language)
  const heading = say('mail.signIn.heading')
  const open = say('mail.signIn.open')
  const instructions = say('mail.signIn.body', { email, until: deadlineInUtc(say, expiresAt) })
  const notYou = say('mail.signIn.notYou')
  const footer = say('mail.signIn.footer', { site })
  return {
    subject: say.subject('mail.signIn.subject'),
    html: layout(
      say,
      { preview: instructions, heading, footer },
      html`${lead(instructions)}${button(open, url)}${paragraph(notYou)}`,
    ),
    text: plainText(say, [heading, instructions, linkBlock(say, open, url), notYou], footer),
  }
}
