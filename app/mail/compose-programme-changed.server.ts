import type { Composer } from './composer.server.ts'
import { programmeLetter } from './programme-letter.server.ts'

/** Written from what concerns its reader when it is sent: who has no seat any more hears nothing. */
export const composeProgrammeChanged: Composer = async (db, site, message) => {
  const { version } = JSON.parse(message.props) as { version: number }
  return await programmeLetter(db, site, message, { eventId: message.subjectId, number: version })
}
