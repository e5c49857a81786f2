import type { SessionForm } from '#app/programme/sessions/session-form.ts'

/** A session as its form sends it, on the second day of `givenEvent`. */
export function aSession(given: Partial<SessionForm> = {}): SessionForm {
  return {
    seen: '',
    code: '',
    kind: 'talk',
    title: 'Routing for beginners',
    abstract: '',
    heldOn: '2027-06-15',
    startsTime: '09:00',
    endsTime: '10:30',
    room: 'Lab 2',
    people: [],
    interpretation: [],
    isStreamed: false,
    takesSignUps: false,
    isPublic: true,
    ...given,
  }
}
