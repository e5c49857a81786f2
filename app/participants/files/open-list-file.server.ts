import type { Kysely } from 'kysely'
import { writeCsv } from './csv-writer.ts'
import { type FileFormat, fits } from './file-format.ts'
import type { FileStyle } from './file-style.ts'
import { writeJson } from './json-writer.ts'
import type { ListWriter } from './list-file.ts'
import type { ListPrinter } from './list-printer.ts'
import { writePdf } from './pdf-writer.ts'
import { writeVcards } from './vcard-writer.ts'
import { writeList } from './write-list.ts'
import { writeXlsx } from './xlsx-writer.ts'
import { type ListFilter, listQuery } from '../lists/list-filter.ts'
import { readListView } from '../lists/list-view.server.ts'
import type { ListPurpose } from '../lists/visible-fields.ts'
import { finishDownload, recordDownload } from '../record-download.server.ts'
import { findEventForEditing } from '#app/events/editing-queries.server.ts'
import type { Language } from '#app/locales/languages.ts'
import type { EventPlace, HeldRole } from '#app/people/rights.ts'
import type { Instant } from '#app/values/moment.ts'
import { accept, refuse, type Result } from '#app/values/refusal.ts'
import type { Database } from '#db/schema.ts'

interface AskedFile {
  /** Who answers for it: who asks, or who gave it on. */
  accountId: string
  linkId: string | null
  event: EventPlace
  roles: HeldRole[]
  purpose: ListPurpose
  trackIds: string[] | 'all'
  filter: ListFilter
  format: FileFormat
  style: FileStyle
  language: Language
  now: Instant
}

/** What a file is called, and its pieces. */
export interface OpenedFile {
  name: string
  pieces: AsyncGenerator<string | Uint8Array, void>
}

/**
 * A participant list as a file, made as it is taken away. That it was asked for is written down before its first piece
 * goes out, and how it came out when it ends. Refused: `no-such-file` where the format does not fit what the reader sees.
 */
export async function openListFile(
  db: Kysely<Database>,
  printer: ListPrinter,
  asked: AskedFile,
): Promise<Result<OpenedFile, 'no-such-file' | 'busy'>> {
  const { accountId, linkId, event, purpose, trackIds, filter, format, style, language, now } = asked
  const [view, facts] = await Promise.all([
    readListView(db, { event, roles: asked.roles, purpose, trackIds, filter, language, now }),
    findEventForEditing(db, event.id, language),
  ])
  if (!facts || !fits(format, view.columns)) return refuse({ code: 'no-such-file' })
  const ids = await view.ids()
  const logged = await recordDownload(db, {
    accountId,
    linkId,
    eventId: event.id,
    trackId: filter.trackId,
    kind: `participants.${format}`,
    purpose,
    query: listQuery({ ...filter, search: '' }).toString(),
    rowCount: ids.length,
    outcome: 'started',
    now,
  })
  if (!logged.ok) return logged
  const { slug, title, startsOn, endsOn, zone } = facts
  const pieces = writeList({
    view,
    ids,
    file: {
      columns: view.columns,
      event: { slug, title, startsOn, endsOn, zone },
      purpose,
      count: ids.length,
      language,
      madeAt: now,
      style,
    },
    writer: writerOf(format, printer),
    onEnd: (outcome) => finishDownload(db, { id: logged.value, outcome }),
  })
  return accept({ name: `${slug}-participants.${format}`, pieces })
}

function writerOf(format: FileFormat, printer: ListPrinter): ListWriter {
  return format === 'pdf' ? writePdf(printer) : WRITERS[format]
}

const WRITERS: Record<Exclude<FileFormat, 'pdf'>, ListWriter> = {
  csv: writeCsv,
  xlsx: writeXlsx,
  vcf: writeVcards,
  json: writeJson,
}
