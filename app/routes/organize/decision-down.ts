import { deciding } from './decision-act.server.ts'
import { moveReserve } from '#app/applications/decisions/move-reserve.server.ts'

export const action = deciding('decisions/reserve', (db, given) => moveReserve(db, { ...given, by: 1 }))
