import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { SendMailOptions } from 'nodemailer'
import type { Address, Email } from 'postal-mime'
import type { Clock } from './clock.ts'
import { mimeMessage } from './mime-message.ts'
import type { Mailer } from '#app/mail/mailer.ts'
import type { Outbox, OutboxEntry } from '#app/mail/outbox.ts'

/** `20261121T120000000Z-ID.eml`: in the order of time, and no way out of the folder. */
const FILE_NAME = /^\d{8}T\d{9}Z-[0-9a-f-]{36}\.eml$/

const COMPOSER = { streamTransport: true, buffer: true, newline: 'windows' } as const

/** Writes each mail as a file that any mail program opens, whole or not at all, and reads them back. */
export function createOutboxFolder(folder: string, clock: Clock): Mailer & Outbox {
  const source = async (file: string) => {
    if (!FILE_NAME.test(file)) return null
    try {
      return await readFile(join(folder, file))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
      throw error
    }
  }

  return {
    async deliver(mail) {
      const now = clock.now()
      const bytes = await compose({ ...mimeMessage(mail), date: now })
      const id = /^<([0-9a-f-]{36})@/.exec(mail.messageId)?.[1]
      if (id === undefined)
        return { state: 'refused', reason: 'A Message-ID of ours begins with the id of the message.' }
      const file = `${now.replace(/[-:.]/g, '')}-${id}.eml`
      await mkdir(folder, { recursive: true })
      await writeWhole(join(folder, file), bytes)
      return { state: 'sent', response: file }
    },
    close: () => Promise.resolve(),
    async list({ offset, limit }) {
      const files = (await filesIn(folder))
        .filter((file) => FILE_NAME.test(file))
        .toSorted()
        .toReversed()
      const shown = files.slice(offset, offset + limit)
      const entries = await Promise.all(
        shown.map(async (file) => entryOf(file, await parse(await readFile(join(folder, file))))),
      )
      return { entries, count: files.length }
    },
    async read(file) {
      const bytes = await source(file)
      if (!bytes) return null
      const email = await parse(bytes)
      return {
        ...entryOf(file, email),
        from: mailbox(email.from),
        replyTo: email.replyTo?.[0]?.address ?? null,
        messageId: email.messageId ?? '',
        language: email.headers.find(({ key }) => key === 'content-language')?.value ?? 'en',
        html: email.html ?? null,
        text: email.text ?? null,
        attachments: email.attachments.map((attachment) => ({
          filename: attachment.filename ?? (CALENDARS.has(attachment.mimeType) ? 'invitation.ics' : 'attachment'),
          contentType: attachment.mimeType,
          method: attachment.method ?? null,
          content: CALENDARS.has(attachment.mimeType) ? withLineEnds(attachment.content) : bytesOf(attachment.content),
        })),
        size: bytes.length,
      }
    },
    source,
  }
}

async function filesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

/** Nobody sees half a file, and a file that is there has reached the disk. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(`${path}.part`, 'w')
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${path}.part`, path)
}

/** What writes and what reads mail is large, and not there before the first is written or read. */
async function compose(message: SendMailOptions): Promise<Buffer> {
  const { createTransport } = await import('nodemailer')
  const composed = await createTransport(COMPOSER).sendMail(message)
  return composed.message as Buffer
}

async function parse(bytes: Uint8Array): Promise<Email> {
  const { default: PostalMime } = await import('postal-mime')
  return await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' })
}

function entryOf(file: string, email: Email): OutboxEntry {
  return { file, to: mailbox(email.to?.[0]), subject: email.subject ?? '', sentAt: email.date ?? '' }
}

function mailbox(address: Address | undefined) {
  return { name: address?.name ?? '', address: address?.address ?? '' }
}

const CALENDARS = new Set(['text/calendar', 'application/ics'])

/** The parser gives calendars with bare line feeds (postal-mime 4), which no calendar may have (RFC 5545, 3.1). */
function withLineEnds(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(bytesOf(content)).replace(/\r?\n/g, '\r\n'))
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
}
