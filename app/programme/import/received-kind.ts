import { mediaTypeOf } from '#app/files/media-type.ts'

/** Whether a file is a calendar, by its content; what is neither that nor a spreadsheet is refused as one of them. */
export function isCalendar(content: Uint8Array): boolean {
  return mediaTypeOf(content) === 'text/calendar'
}
