import type { HeldAnswers } from '../form/held-answers.ts'
import type { ApplicationsTable } from '#db/schema.ts'

/** An invented applicant: everything that they wrote, and what fate decides where it must be decided. */
export interface SampleApplicant {
  fullName: string
  latinName: string | null
  email: string
  country: string
  language: string
  channel: ApplicationsTable['channel']
  /** Ids of choices, the first wish first. */
  wishes: string[]
  answers: HeldAnswers
  /** Who has the same number applies with them. */
  team: number | null
  referee: { fullName: string; email: string; letter: string }
  /** From 0 to 1: how good reviewers will find it. */
  quality: number
  /** From 0 to 1: when it was sent, between opening and closing. */
  at: number
}

/** What of a hundred applications becomes what, from 0 to 1. */
export interface SampleMix {
  drafts: number
  withdrawn: number
  /** Of the letters that were asked for, so many came. */
  letters: number
}

/** How an application of a sample ended up. */
export interface SampleFate {
  state: ApplicationsTable['state']
  hasLetter: boolean
  /** How many pages of the form were filled in; null: all. */
  pages: number | null
}
