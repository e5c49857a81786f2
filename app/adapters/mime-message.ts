import type { SendMailOptions } from 'nodemailer'
import type { MailInvitation, OutgoingMail } from '#app/mail/mailer.ts'

/** A mail as nodemailer takes it: addresses as objects (a string would be parsed, and could name further recipients). */
export function mimeMessage(mail: OutgoingMail): SendMailOptions {
  return {
    messageId: mail.messageId,
    from: mail.from,
    to: [mail.to],
    ...(mail.replyTo ? { replyTo: [mail.replyTo] } : {}),
    envelope: { from: mail.from.address, to: [mail.to.address] },
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    ...(mail.invitation ? { alternatives: [calendarPart(mail.invitation)] } : {}),
    attachments: [...mail.attachments.map(attachmentOf), ...(mail.invitation ? [calendarFile(mail.invitation)] : [])],
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}

function attachmentOf({ filename, contentType, content, cid }: OutgoingMail['attachments'][number]) {
  return { filename, contentType, content, ...(cid ? { cid } : {}) }
}

/**
 * The third way to read the letter, for calendars (RFC 6047, 2.4). nodemailer's `icalEvent` would send it bare when it
 * is all ASCII; quoted-printable keeps the blanks at the ends of its lines on any way.
 */
function calendarPart({ method, content }: MailInvitation) {
  return {
    contentType: `text/calendar; charset=utf-8; method=${method}`,
    contentTransferEncoding: 'quoted-printable',
    content,
  } as const
}

/** The same bytes as a file, for mail programs that show no such part; not as text/calendar, which would be one too many. */
function calendarFile({ content }: MailInvitation) {
  return { filename: 'invitation.ics', contentType: 'application/ics', content }
}
