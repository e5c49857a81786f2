import { describe, expect, it } from 'vitest'
import {
  type Change,
  type ChangeRules,
  changeRulesOf,
  changeUntil,
  knownEnd,
  whyNotChanged,
} from '#app/registrations/changes/change-rules.ts'

const CHANGES: Change[] = ['details', 'substitute', 'ticket', 'remote', 'cancel']
const RULES: ChangeRules = { ...changeRulesOf(undefined), substitution: 'free' }
const BEGINS = '2027-06-14T07:00:00.000Z'
const event = { status: 'published', startsAt: BEGINS, postponedAt: null as string | null }
const postponed = { ...event, postponedAt: '2027-05-01T00:00:00.000Z' }

const why = (change: Change, given: typeof event, now: string, rules = RULES) =>
  whyNotChanged(change, { rules, event: given, state: 'confirmed', hasOpenChange: false, now })

describe('when a seat can be changed', () => {
  it.each(CHANGES)('%s: until the event begins', (change) => {
    expect(why(change, event, '2027-06-14T06:59:59.999Z')).toBeNull()
    expect(why(change, event, BEGINS)).toBe('change-over')
    expect(knownEnd(changeUntil(change, RULES, event))).toBe(BEGINS)
  })

  it.each(CHANGES)('%s: as long as nobody knows when a postponed event begins', (change) => {
    expect(why(change, postponed, '2027-09-01T00:00:00.000Z')).toBeNull()
    expect(knownEnd(changeUntil(change, RULES, postponed))).toBeNull()
  })

  it('a day that the organizer set holds all the same, and what was cancelled is closed', () => {
    const rules = { ...RULES, editUntilAt: '2027-06-01T00:00:00.000Z' }
    expect(why('details', postponed, '2027-06-02T00:00:00.000Z', rules)).toBe('change-over')
    expect(why('cancel', { ...postponed, status: 'cancelled' }, BEGINS)).toBe('event-closed')
  })
})
