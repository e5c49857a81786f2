import { moving } from './moving.server.ts'
import { moveRoom } from '#app/programme/rooms/move-room.server.ts'

export const action = moving('programme/rooms', -1, (db, move, { room }) => moveRoom(db, { ...move, roomId: room! }))
