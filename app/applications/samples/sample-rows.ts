import type { SampleApplicant, SampleFate } from './sample-applicant.ts'
import { applicantKey } from '../applying/applicant-key.ts'
import type { Call } from '../calls/call.ts'
import { factsOf, saidAward } from '../form/facts-of.ts'
import { judgeEligibility } from '../form/judge-eligibility.ts'
import { storedReasons } from '../form/stored-reasons.ts'
import { isFilledIn, whatIsMissing } from '../form/what-is-missing.ts'
import { storedAnswer } from '#app/registrations/questions/question.ts'
import { newCode } from '#app/values/code.ts'
import { newId } from '#app/values/id.ts'
import type { Instant } from '#app/values/moment.ts'
import { emailKey, sortKey } from '#app/values/text.ts'

const LISTS = ['choices', 'languages', 'grid', 'costs']

/** One sample application with the moments of its life; `number` is null while it was not sent. */
export interface SampleEntry {
  applicant: SampleApplicant
  fate: SampleFate
  number: number | null
  teamId: string | null
  startedAt: Instant
  savedAt: Instant
  files: Record<string, string>
}

/** The rows of one sample application, judged by the rules that any other is judged by. */
export function sampleRows(call: Call, entry: SampleEntry, { currency, now }: { currency: string; now: Instant }) {
  const { applicant, fate, number, teamId, startedAt, savedAt } = entry
  const [id, personId] = [newId(now), newId(now)]
  const answers = answered(call, entry)
  const letters = lettersOf(call, entry, id, now)
  const count = (kind: string, state?: string) =>
    letters.filter((letter) => letter.kind === kind && (state === undefined || letter.state === state)).length
  const has = {
    choiceIds: applicant.wishes,
    answers,
    named: { referee: count('referee'), employer: count('employer') },
    answered: { referee: count('referee', 'answered'), employer: count('employer', 'answered') },
  }
  const told = { residence: applicant.country, birthYear: null }
  const facts = factsOf(call, answers, { currency, told })
  const missing = whatIsMissing(call, has, currency)
  const isOver = call.closesAt !== null && call.closesAt <= now
  const lettersUntilAt = call.refereesUntilAt ?? call.closesAt
  const judged = judgeEligibility(
    call.rules,
    {
      residence: facts.residence,
      birthYear: facts.birthYear,
      lastAward: saidAward(call, answers),
      hasLetters:
        has.answered.referee >= call.refereesWanted ||
        (lettersUntilAt !== null && lettersUntilAt <= now ? false : null),
      isComplete: isFilledIn(missing) || (isOver ? false : null),
    },
    now,
  )
  const submittedAt = fate.state === 'draft' ? null : savedAt
  return {
    person: personRow(personId, applicant, startedAt),
    application: {
      id,
      code: newCode('A'),
      keyVersion: 1,
      callId: call.id,
      eventId: call.eventId,
      number,
      formKey: id,
      activeKey: fate.state === 'withdrawn' ? null : applicantKey(call.id, applicant.email),
      personId,
      accountId: null,
      language: applicant.language,
      channel: applicant.channel,
      state: fate.state,
      teamId,
      ...facts,
      eligibility: judged.verdict,
      eligibilityReasons: storedReasons(judged, saidAward(call, answers)),
      eligibilityBy: null,
      eligibilityNote: '',
      missing: JSON.stringify(missing.map(({ code }) => code)),
      reached: reachedOf(call, fate),
      version: 1,
      score: null as number | null,
      spread: null as number | null,
      reviewCount: 0,
      startedAt,
      savedAt,
      submittedAt,
      withdrawnAt: fate.state === 'withdrawn' ? now : null,
      remindedAt: null,
      updatedAt: savedAt,
      note: '',
    },
    wishes: applicant.wishes.map((choiceId, at) => ({ applicationId: id, wish: at + 1, choiceId })),
    answers: answerRows(call, answers, id, savedAt),
    letters,
  }
}

/** The answers of the pages that were filled in; files by their ids. */
function answered(call: Call, { applicant, fate, files }: SampleEntry): Record<string, string[]> {
  const pages = call.sections.slice(0, fate.pages ?? call.sections.length)
  const codes = new Set(pages.flatMap(({ questions }) => questions.map(({ code }) => code)))
  const all = { ...applicant.answers, ...Object.fromEntries(Object.entries(files).map(([code, id]) => [code, [id]])) }
  return Object.fromEntries(Object.entries(all).filter(([code]) => codes.has(code)))
}

function reachedOf({ sections }: Call, { pages }: SampleFate): string {
  return sections[(pages ?? sections.length) - 1]?.code ?? ''
}

function answerRows({ sections }: Call, answers: Record<string, string[]>, applicationId: string, answeredAt: Instant) {
  return sections
    .flatMap(({ questions }) => questions)
    .flatMap(({ id, code, kind, version }) => {
      const held = answers[code]
      if (held === undefined) return []
      return [
        {
          applicationId,
          questionId: id,
          value: storedAnswer(LISTS.includes(kind) ? held : held[0]!),
          asked: '',
          questionVersion: version,
          answeredAt,
          erasedAt: null,
        },
      ]
    })
}

/** One person knows their work; the employer's word is the same person's here. */
function lettersOf(
  { refereesWanted, isEmployerWanted }: Call,
  { applicant, fate, savedAt }: SampleEntry,
  applicationId: string,
  now: Instant,
) {
  const { fullName, email, letter } = applicant.referee
  const isAsked = fate.state !== 'draft'
  const state: 'named' | 'answered' | 'asked' = !isAsked ? 'named' : fate.hasLetter ? 'answered' : 'asked'
  const rowOf = (kind: 'referee' | 'employer', name: string, address: string) => ({
    id: newId(now),
    applicationId,
    kind,
    fullName: name,
    email: address,
    emailKey: emailKey(address),
    language: applicant.language,
    keyVersion: 1,
    state,
    letter: state === 'answered' ? letter : null,
    fileId: null,
    facts: kind === 'employer' && state === 'answered' ? JSON.stringify({ releases: 'yes' }) : '{}',
    askedAt: isAsked ? savedAt : null,
    remindedAt: null,
    answeredAt: state === 'answered' ? savedAt : null,
    updatedAt: savedAt,
  })
  if (fate.pages !== null) return []
  return [
    ...(refereesWanted > 0 ? [rowOf('referee', fullName, email)] : []),
    ...(isEmployerWanted ? [rowOf('employer', fullName, email.replace('referee', 'employer'))] : []),
  ]
}

function personRow(id: string, { fullName, latinName, email, country, language }: SampleApplicant, createdAt: Instant) {
  return {
    id,
    fullName,
    latinName,
    badgeName: null,
    certificateName: null,
    email,
    emailKey: emailKey(email),
    country,
    affiliation: null,
    language,
    zone: null,
    sortKey: sortKey(latinName ?? fullName),
    createdAt,
    erasedAt: null,
  }
}

export type SampleRows = ReturnType<typeof sampleRows>
