import { moving } from './moving.server.ts'
import { moveEventPerson } from '#app/events/move-event-person.server.ts'

export const action = moving('people', 1, (db, move, { person }) => moveEventPerson(db, { ...move, personId: person! }))
