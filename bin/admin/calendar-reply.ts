import { plainArguments } from '../operator/arguments.ts'
import { readMail } from '../operator/read-mail.ts'
import { withServices } from '../operator/with-services.ts'
import { createLog } from '#app/adapters/log.ts'
import { readConfig } from '#app/config.server.ts'
import { contactOf } from '#app/mail/contact-of.server.ts'
import { answeredIds, type ReceivedMail, sortReply } from '#app/mail/sort-reply.ts'

export const usage = `
calendar-reply           takes one mail to CALENDAR_MAILBOX on standard input, for a mail server's pipe

Answers of calendars, absence notes and bounces are taken and forgotten, with one line for the log: exit 0. What a person
wrote is given back with a sentence that says whom to write to: exit 67 (EX_NOUSER), which mail servers bounce.
`

/** sysexits.h: there is nobody here who reads this. */
const NOBODY = 67

export async function run(args: string[]): Promise<number> {
  plainArguments(args, usage, 0)
  const mail = await readMail(process.stdin)
  const kind = sortReply(mail)
  if (kind !== 'person') {
    createLog('info').info({ kind }, 'calendar mail taken')
    return 0
  }
  console.log(await sentenceFor(mail))
  return NOBODY
}

async function sentenceFor(mail: ReceivedMail): Promise<string> {
  const contact = await findContact(answeredIds(mail))
  const whom = contact === null ? `the organizers of the event, at ${addressOfSite()}` : contact
  return `Nobody reads this mailbox, it is for calendars only: please write to ${whom} instead.`
}

/** Without a database the sentence still has to be said, and the mail server must not try again. */
async function findContact(ids: string[]): Promise<string | null> {
  if (ids.length === 0) return null
  try {
    return await withServices(false, ({ db }) => contactOf(db, ids))
  } catch {
    return null
  }
}

function addressOfSite(): string {
  try {
    return readConfig().baseUrl
  } catch {
    return 'our site'
  }
}
