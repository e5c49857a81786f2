import type { SendMailOptions } from 'nodemailer'
import type { OutgoingMail } from '#app/mail/mailer.ts'

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
    attachments: mail.attachments.map(({ filename, contentType, content, cid }) => ({
      filename,
      contentType,
      content,
      ...(cid ? { cid } : {}),
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  }
}
