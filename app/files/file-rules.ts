import type { FilesTable } from '#db/schema.ts'

export type FilePurpose = FilesTable['purpose']

const MEGABYTE = 1024 * 1024

/** The most bytes of one file. */
export const LARGEST: Record<FilePurpose, number> = {
  answer: 5 * MEGABYTE,
  proof: 5 * MEGABYTE,
  payment: 5 * MEGABYTE,
  statement: 20 * MEGABYTE,
  programme: 2 * MEGABYTE,
}

const PAPERS = ['application/pdf', 'image/jpeg', 'image/png']

/** What is taken, judged by content; what a browser would run, SVG and HTML, never is. */
export const TAKEN: Record<FilePurpose, string[]> = {
  answer: PAPERS,
  proof: PAPERS,
  payment: PAPERS,
  statement: ['application/xml', 'text/csv', 'text/plain'],
  programme: ['text/calendar'],
}

/** For `accept` of a field: what the file dialogue offers first. */
export const ACCEPT: Record<FilePurpose, string> = {
  answer: '.pdf,.jpg,.jpeg,.png',
  proof: '.pdf,.jpg,.jpeg,.png',
  payment: '.pdf,.jpg,.jpeg,.png',
  statement: '.csv,.txt,.xml',
  programme: '.ics,text/calendar',
}

/** Texts, which are stored compressed. */
export const COMPRESSED: FilePurpose[] = ['statement', 'programme']

export type FileRefusal = 'file-too-large' | 'file-empty' | 'file-type' | 'statement-type'

/** Whole megabytes, as a sentence says a limit. */
export function megabytes(bytes: number): number {
  return Math.floor(bytes / MEGABYTE)
}
