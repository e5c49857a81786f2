import type { CallPart } from '#app/applications/calls/move-call-part.server.ts'

/** On which page of a call each of its parts is listed. */
export const LISTED: Record<CallPart, string> = {
  choices: 'details/choices',
  sections: 'form',
  questions: 'form',
  criteria: 'rubric',
}
