import type { Kysely } from 'kysely'
import { findUsed } from './find-existing.server.ts'
import { type PathPart, pathOf, type Problem } from './problems.ts'
import type { Written } from './written.ts'
import type { Database } from '#db/schema.ts'

/** Seats that somebody has are not taken away by a file. */
export async function findLosses(db: Kysely<Database>, written: Written[]): Promise<Problem[]> {
  const problems: Problem[] = []
  const dropped = written.flatMap(({ existing, children, document }) => {
    const tell = (message: string, ...at: PathPart[]) =>
      problems.push({ path: pathOf([...document.at, ...at]), message })
    const kept = new Set(
      [...children.tracks, ...children.ticketTypes, ...children.quotas, ...children.vouchers].map((row) => row.id),
    )
    const gone = <T extends { id: string }>(rows: T[] = []) => rows.filter((row) => !kept.has(row.id))
    for (const voucher of children.vouchers) {
      const used = existing?.vouchers.find((row) => row.id === voucher.id)?.used ?? 0
      if (used > voucher.maximumUses)
        tell(`“${voucher.code}” may be used ${voucher.maximumUses} times, but was used ${used} times`, 'private')
    }
    for (const quota of children.quotas) {
      const taken = existing?.quotas.find((row) => row.id === quota.id)?.taken ?? 0
      const at = children.quotas.indexOf(quota)
      if (taken > quota.size + quota.overBy)
        tell(`“${quota.name}” has ${quota.size + quota.overBy} seats, but ${taken} are taken`, 'quotas', at, 'size')
    }
    const stays = new Set(children.sessions.map((row) => row.id))
    return [
      ...(existing?.sessions ?? [])
        .filter(({ id }) => !stays.has(id))
        .map(({ id, key }) => ({ id, what: `the session ${key}`, tell, at: 'sessions' })),
      ...gone(existing?.tracks).map((row) => ({ id: row.id, what: `the track “${row.code}”`, tell, at: 'tracks' })),
      ...gone(existing?.ticketTypes).map((row) => ({
        id: row.id,
        what: `the ticket type “${row.code}”`,
        tell,
        at: 'ticketTypes',
      })),
      ...gone(existing?.quotas).map((row) => ({ id: row.id, what: `the quota “${row.name}”`, tell, at: 'quotas' })),
      ...gone(existing?.vouchers).map((row) => ({
        id: row.id,
        what: `the voucher “${row.code}”`,
        tell,
        at: 'private.campaigns',
      })),
    ]
  })
  const used = await findUsed(
    db,
    dropped.map((row) => row.id),
  )
  for (const { id, what, tell, at } of dropped)
    if (used.has(id)) tell(`leaves out ${what}, which people are registered with, or which has materials`, at)
  return problems
}
