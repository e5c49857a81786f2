import type { Call } from '#app/applications/calls/call.ts'

/** Whether somebody chooses what they apply for, rather than applying for the one thing there is. */
export function asksForWishes(call: Pick<Call, 'choices'>): boolean {
  return call.choices.length > 1
}

/** What besides its questions a call asks of everybody. */
export function asks(call: Pick<Call, 'choices' | 'takesTeams' | 'refereesWanted' | 'isEmployerWanted'>) {
  return {
    wishes: asksForWishes(call),
    team: call.takesTeams,
    letters: call.refereesWanted > 0 || call.isEmployerWanted,
    employer: call.isEmployerWanted,
  }
}
