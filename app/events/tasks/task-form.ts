import { z } from 'zod'
import { day, line } from '#app/values/fields.ts'

/** How many rows a page of tasks has. */
export const TASKS_PAGE = 50

export const taskSchema = z.object({
  seen: z.string().max(64).optional(),
  title: line(200),
  dueOn: day().optional(),
  ownerId: z.string().max(36).optional(),
})

export type TaskForm = z.output<typeof taskSchema>
