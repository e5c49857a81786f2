import { z } from 'zod'
import { seenOf } from '#app/values/seen.ts'

/** What calendars may show of an event, and how mails bring it into them. */
export interface CalendarSettings {
  isJoinPublic: boolean
  areRoomsPublic: boolean
  calendarMail: 'file' | 'invitation'
}

const AUDIENCES = z.enum(['public', 'participants'], { error: 'form.choose' })

export const calendarSettingsSchema = z
  .object({
    seen: z.string().max(64).default(''),
    join: AUDIENCES,
    rooms: AUDIENCES,
    mail: z.enum(['file', 'invitation'], { error: 'form.choose' }),
  })
  .transform(({ seen, join, rooms, mail }) => ({
    seen,
    isJoinPublic: join === 'public',
    areRoomsPublic: rooms === 'public',
    calendarMail: mail,
  }))

/** What the form was filled in over. */
export function seenOfSettings({ isJoinPublic, areRoomsPublic, calendarMail }: CalendarSettings): string {
  return seenOf([isJoinPublic, areRoomsPublic, calendarMail])
}
