import type { Kysely } from 'kysely'
import { rankDocuments } from './rank-documents.ts'
import { BLOCK } from './postings.ts'
import { readPostings } from './read-postings.server.ts'
import type { Database } from '#db/schema.ts'

/** The numbers of the documents that have all the words, the best ones where there are more than `most`. */
export async function foundNumbers(db: Kysely<Database>, words: string[], most: number): Promise<number[]> {
  const found = await readPostings(db, words)
  const blocks = found.flat().reduce((last, { block }) => Math.max(last, block + 1), 0)
  const numbers = Array.from({ length: blocks * BLOCK }, (_, number) => number)
  const scores = rankDocuments(found, numbers, numbers.length)
  const having = numbers.filter((number) => scores[number]! > 0)
  if (having.length <= most) return having
  return having.toSorted((one, other) => scores[other]! - scores[one]! || one - other).slice(0, most)
}
