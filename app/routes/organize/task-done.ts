import { finishing } from './task-finish.server.ts'

export const action = finishing(true)
