import type { OutgoingMail } from '#app/mail/mailer.ts'
import { everyLetter } from '#tests/emails/samples.ts'

export const MESSAGE_ID = '<019aa000-0000-7000-8000-000000000001@plenary.example>'

export function aMail(given: Partial<OutgoingMail> = {}): OutgoingMail {
  return {
    messageId: MESSAGE_ID,
    from: { name: 'Plenary', address: 'plenary@plenary.example' },
    to: { name: 'Zoë “Z” Ångström, PhD', address: 'zoe@example.org' },
    replyTo: { name: '', address: 'desk@plenary.example' },
    ...everyLetter('ar')['order-confirmed']!,
    language: 'ar',
    attachments: [
      {
        filename: 'event.ics',
        contentType: 'text/calendar; charset=utf-8',
        content: 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n',
      },
    ],
    ...given,
  }
}
