import { z } from 'zod'
import { line } from '#app/values/fields.ts'

export const refuseProofSchema = z.object({ reason: line(300) })
