import type { Instant } from '#app/values/moment.ts'
import type { EventsTable, QuestionStagesTable } from '#db/schema.ts'

export type StageTimes = Pick<QuestionStagesTable, 'opensAt' | 'deadlineAt'>

export type StageStanding =
  | { is: 'open'; until: Instant }
  | { is: 'later'; opensAt: Instant }
  | { is: 'closed'; why: 'deadline'; since: Instant }
  | { is: 'closed'; why: 'cancelled' | 'over' }

/** Whether a stage's questions can be answered now. Without a deadline of its own: until the event ends. */
export function stageStanding(
  event: Pick<EventsTable, 'status' | 'endsAt'>,
  times: StageTimes | undefined,
  now: Instant,
): StageStanding {
  if (event.status === 'cancelled') return { is: 'closed', why: 'cancelled' }
  const deadline = times?.deadlineAt ?? null
  if (deadline !== null && deadline <= now) return { is: 'closed', why: 'deadline', since: deadline }
  if (event.endsAt <= now) return { is: 'closed', why: 'over' }
  const opensAt = times?.opensAt ?? null
  if (opensAt !== null && now < opensAt) return { is: 'later', opensAt }
  return { is: 'open', until: deadline !== null && deadline < event.endsAt ? deadline : event.endsAt }
}
