import { movingMaterial } from './moving-material.server.ts'

export const action = movingMaterial(1)
