import { expect, test } from 'vitest'
import { NOW, testServices } from '#tests/support/app.ts'
import { COPY_RULES, type CopyRule } from '#app/events/cloning/clone-rules.ts'
import { OWN_COLUMNS } from '#app/events/cloning/copy-event-row.ts'
import { shiftTimes } from '#app/events/cloning/shift-times.ts'

/** What belongs to an event, directly or by what it belongs to, and stays with it: why it does. */
const LEFT: Record<string, string> = {
  eventNeighbours: 'follow to their next editions: clone-relations',
  eventSources: 'tell of the past of that edition',
  eventSearch: 'is made by eventChanged',
  calendarDeadlines: 'is made by eventChanged',
  calendarTexts: 'is made when it is asked for',
  calendarDepartures: 'people of that edition',
  sessionSignUps: 'people of that edition',
  eligiblePeople: 'people of that edition',
  vouchers: 'codes that were given to people',
  voucherUses: 'people of that edition',
  files: 'papers of people, and materials of that edition',
  orders: 'people of that edition',
  orderLines: 'people of that edition',
  payers: 'people of that edition',
  registrations: 'people of that edition',
  registrationSeats: 'people of that edition',
  proofs: 'people of that edition',
  seatChanges: 'people of that edition',
  answers: 'people of that edition',
  answerTotals: 'people of that edition',
  consents: 'people of that edition',
  paymentAttempts: 'money of that edition',
  payments: 'money of that edition',
  refunds: 'money of that edition',
  refundAttempts: 'money of that edition',
  disputes: 'money of that edition',
  paymentClaims: 'money of that edition',
  financeEntries: 'money of that edition',
  invoices: 'money of that edition',
  statements: 'money of that edition',
  statementLines: 'money of that edition',
  statementMatches: 'money of that edition',
  waitingListEntries: 'people of that edition',
  waitingListPreferences: 'people of that edition',
  waitingListQuotas: 'people of that edition',
  offers: 'people of that edition',
  messages: 'were sent to people of that edition',
  broadcastRecipients: 'people of that edition',
  runs: 'were done to people of that edition',
  runRows: 'were done to people of that edition',
  roles: 'the team of that edition',
  invitations: 'the team of that edition',
  auditEntries: 'what was done there',
  downloads: 'what was done there',
  publishRequests: 'a draft begins without',
  programmeVersions: 'nothing of it was released',
  applications: 'people of that edition',
  applicationChoices: 'people of that edition',
  applicationAnswers: 'people of that edition',
  referees: 'people of that edition',
  applicationRedactions: 'people of that edition',
  reviews: 'people of that edition',
  reviewScores: 'people of that edition',
  applicationTeams: 'people of that edition',
  reviewers: 'the team of that edition',
  awards: 'people of that edition',
  payouts: 'money of that edition',
  payoutReceipts: 'money of that edition',
  payoutShares: 'money of that edition',
  awardComponents: 'money of that edition',
  awardShares: 'money of that edition',
  cohorts: 'people of that edition',
  cohortMembers: 'people of that edition',
  decisions: 'people of that edition',
  decisionReleases: 'people of that edition',
  callOffers: 'people of that edition',
  certificateNames: 'people of that edition',
  labGroups: 'people of that edition',
  listLinks: 'were given to people of that edition',
  rosters: 'follows from when the copy begins',
  rosterEntries: 'people of that edition',
  rosterReadings: 'people of that edition',
  certificateExceptions: 'people of that edition',
  attendanceDevices: 'browsers of that edition',
  attendanceMarks: 'people of that edition',
  attendanceStates: 'people of that edition',
  attendanceConflicts: 'people of that edition',
  attendanceSheets: 'papers of that edition',
  attendanceSheetRows: 'people of that edition',
  certificates: 'people of that edition',
  certificateVersions: 'people of that edition',
  surveyResponses: 'people of that edition',
  surveyAnswers: 'people of that edition',
  surveyTurnouts: 'people of that edition',
}

/** A column that points, dates or counts: somebody must have thought of it. */
const NEEDS_A_WORD =
  /(Id|At|On|By|Until|Key|Hash|Digest|Reference)$|^(state|status|version|sequence|used|taken|waiting|remaining|signedUp|overBy|reached|expected|email)$/

async function columnsByTable() {
  const { db, close } = await testServices()
  const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
  const tables = await db.introspection.getTables()
  await close()
  return new Map(tables.map((table) => [camel(table.name), table.columns.map((column) => camel(column.name))]))
}

const rulesByTable = new Map<string, CopyRule>(COPY_RULES.map((rule) => [rule.table, rule]))

test('of every table that belongs to an event it is said whether its rows come along', async () => {
  const tables = await columnsByTable()
  const owners = [...tables].filter(([, columns]) => columns.includes('eventId') && columns.includes('id'))
  const pointers = new Set(['eventId', 'orderId', 'campaignId', 'ownerId'])
  for (const [table] of owners) pointers.add(`${table.replace(/ies$/, 'y').replace(/s$/, '')}Id`)
  const known = [...COPY_RULES.map((rule) => rule.table as string), ...Object.keys(LEFT)]
  const belonging = [...tables].filter(([table, columns]) => {
    const isOurs = !table.startsWith('kysely')
    return isOurs && columns.some((column) => pointers.has(column))
  })
  expect(belonging.length).toBeGreaterThan(50)
  for (const [table] of belonging) expect(known, table).toContain(table)
  expect(new Set(known).size).toBe(known.length)
})

test('every column of theirs that points, dates or counts has its rule', async () => {
  const tables = await columnsByTable()
  for (const rule of COPY_RULES) {
    const row = { segment: '{}', heldOn: '2027-06-14', startsTime: '09:00', endsTime: '10:00' }
    const around = { shift: shiftTimes(7, 'UTC'), now: NOW, accountId: null, copies: new Map() }
    const named = new Set([
      'id',
      'eventId',
      rule.owner?.[0],
      ...[rule.needs, rule.names, rule.moments, rule.days, rule.asIs].flatMap((columns) => columns ?? []),
      ...Object.keys(rule.anew?.(row, around) ?? {}),
    ])
    const open = tables.get(rule.table)!.filter((column) => NEEDS_A_WORD.test(column) && !named.has(column))
    // What a question is about is counted by its wording; a copy is asked in the same words.
    expect(open, rule.table).toEqual(rule.table === 'questions' ? ['version'] : [])
  }
  const ofEvent = tables.get('events')!.filter((column) => NEEDS_A_WORD.test(column))
  const asIs = ['confirmsOn', 'hostId', 'seriesId']
  const known: string[] = [...OWN_COLUMNS, ...asIs]
  expect(ofEvent.filter((column) => !known.includes(column))).toEqual([])
})

test('a table comes after those that it points to', () => {
  const seen = new Set<string>(['events'])
  for (const rule of COPY_RULES) {
    if (rule.owner) expect(seen, rule.table).toContain(rule.owner[1])
    seen.add(rule.table)
  }
  expect(rulesByTable.size).toBe(COPY_RULES.length)
})
