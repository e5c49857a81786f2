/** One mail in the folder, as a list shows it. */
export interface OutboxEntry {
  file: string
  to: { name: string; address: string }
  subject: string
  /** As the file's header has it. */
  sentAt: string
}

export interface OutboxMail extends OutboxEntry {
  from: { name: string; address: string }
  replyTo: string | null
  language: string
  messageId: string
  html: string | null
  text: string | null
  /** `method` is told of the part that calendars read as an invitation. */
  attachments: { filename: string; contentType: string; method: string | null; content: Uint8Array }[]
  size: number
}

/** Where mail goes in the demonstration: the port to the folder of `.eml` files. */
export interface Outbox {
  /** Newest first. */
  list(page: { offset: number; limit: number }): Promise<{ entries: OutboxEntry[]; count: number }>
  /** Null when there is no such file. */
  read(file: string): Promise<OutboxMail | null>
  /** The file as it is; null when there is none. */
  source(file: string): Promise<Uint8Array | null>
}
