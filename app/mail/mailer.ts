/** A mail ready to go: the port that a mail adapter implements. */
export interface OutgoingMail {
  messageId: string
  from: { name: string; address: string }
  to: { name: string; address: string }
  replyTo?: { name: string; address: string }
  subject: string
  html: string
  text: string
  language: string
  attachments: { filename: string; contentType: string; content: string | Buffer; cid?: string }[]
  /** A calendar that asks to be taken in (RFC 6047): a part of the letter beside text and HTML, and a file as well. */
  invitation?: MailInvitation
}

export interface MailInvitation {
  method: 'REQUEST' | 'CANCEL'
  /** The calendar, with the same METHOD in it. */
  content: string
}

export type Delivery = { state: 'sent'; response: string } | { state: 'deferred' | 'refused'; reason: string }

export interface Mailer {
  deliver(mail: OutgoingMail, signal: AbortSignal): Promise<Delivery>
  close(): Promise<void>
}
