/** Why somebody gets no certificate. */
export const REASONS = [
  'ended',
  'attendance',
  'no-slots',
  'survey',
  'name',
  'sign-off',
  'kept',
  'revoked',
  'others',
] as const

export type Reason = (typeof REASONS)[number]

export interface CertificateRule {
  /** Percent of the slots held. */
  minimumShare: number
  needsSurveyId: string | null
  needsName: number
  needsSignOff: number
}

export interface PersonFacts {
  isConfirmed: boolean
  attended: { present: number; excused: number; of: number }
  hasAnswered: boolean
  hasName: boolean
  isSignedOff: boolean
  /** What somebody decided about this one person, whatever the rule says. */
  decision: 'given' | 'kept' | null
  wasRevoked: boolean
  /** The certificate of the seat is that of somebody who was on it before. */
  isOthers: boolean
}

/** Why this person gets none: nothing when they get one. What was decided by hand stands above the rule. */
export function reasonsAgainst(person: PersonFacts, rule: CertificateRule): Reason[] {
  if (person.isOthers) return ['others']
  if (person.decision === 'kept') return ['kept']
  if (person.decision === 'given') return []
  const reasons: Reason[] = []
  if (!person.isConfirmed) reasons.push('ended')
  if (person.wasRevoked) reasons.push('revoked')
  if (rule.minimumShare > 0) {
    if (person.attended.of === 0) reasons.push('no-slots')
    else if (shareOf(person.attended) < rule.minimumShare) reasons.push('attendance')
  }
  if (rule.needsSurveyId !== null && !person.hasAnswered) reasons.push('survey')
  if (rule.needsName === 1 && !person.hasName) reasons.push('name')
  if (rule.needsSignOff === 1 && !person.isSignedOff) reasons.push('sign-off')
  return reasons
}

/** Percent of what was held, rounded down; what somebody was excused from counts neither way. */
export function shareOf({ present, excused, of }: PersonFacts['attended']): number {
  const counted = of - excused
  return counted <= 0 ? 0 : Math.floor((100 * present) / counted)
}
