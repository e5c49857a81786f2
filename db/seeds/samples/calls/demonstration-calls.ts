import { inetCallDays, ndssCallDays, ntwCallDays } from './call-days.ts'
import { inetCall } from './inet-call.ts'
import { ndssCall } from './ndss-call.ts'
import { ntwCall } from './ntw-call.ts'
import { SAMPLE_PEOPLES, SAMPLE_STUDENTS } from './peoples.ts'
import { yearly } from '../calendar.ts'
import { inetDocument } from '../inet.ts'
import { ndssDocument } from '../ndss.ts'
import { ntwDocument } from '../ntw.ts'
import type { Instant } from '#app/values/moment.ts'

/** Who reads for the demonstration's calls, besides its reviewer's account; invented. */
const REVIEWERS = [
  { fullName: 'Amadou Exemple', email: 'amadou@plenary.example' },
  { fullName: 'Ngaio Testcase', email: 'ngaio@plenary.example' },
  { fullName: 'Prof. Olga Testova', email: 'olga@plenary.example' },
  { fullName: 'Lupe Muestra', email: 'lupe@plenary.example' },
  { fullName: 'Тест Примеров', email: 'test-primerov@plenary.example' },
]

/** The demonstration's calls with who applied: one is open, one is being read, one waits for its committee. */
export function demonstrationCalls(now: Instant) {
  return [
    {
      event: inetDocument(now).slug,
      plan: inetCall(inetCallDays(now), yearly(now, '2027-06-13')),
      seed: 'inet',
      count: 260,
      peoples: SAMPLE_PEOPLES,
      mix: { drafts: 0.22, withdrawn: 0.04, letters: 0.65 },
      reviewers: [],
      each: 0,
      done: 0,
    },
    {
      event: ndssDocument(now, []).slug,
      plan: ndssCall(ndssCallDays(now), yearly(now, '2027-03-22')),
      seed: 'ndss',
      count: 160,
      peoples: SAMPLE_STUDENTS,
      mix: { drafts: 0.08, withdrawn: 0.03, letters: 0.94 },
      reviewers: REVIEWERS.slice(1),
      each: 2,
      done: 0.5,
    },
    {
      event: ntwDocument(now).slug,
      plan: ntwCall(ntwCallDays(now), yearly(now, '2027-06-13')),
      seed: 'ntw',
      count: 430,
      peoples: SAMPLE_PEOPLES,
      mix: { drafts: 0.04, withdrawn: 0.02, letters: 0.96 },
      reviewers: REVIEWERS,
      each: 2,
      done: 0.98,
    },
  ]
}
