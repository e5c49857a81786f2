import {
  type Compilable,
  CompiledQuery,
  createQueryId,
  type Kysely,
  type QueryId,
  type RootOperationNode,
} from 'kysely'
import { dialectOf } from '#db/dialects/dialect.ts'
import type { Database } from '#db/schema.ts'

/** How the database means to read one table of a query. */
export interface PlanStep {
  /** As the query calls it. */
  table: string
  /** `key`: by a unique key, or the beginning of one; `index`: the part of an index that is asked for; `scan`: all. */
  access: 'scan' | 'index' | 'key'
  /** What it goes by; of a scan the index whose order it follows, null when it reads the table as it lies. */
  index: string | null
  /** How many rows the database expects; SQLite does not say. */
  rows?: number
  /** Whether what comes of it is sorted, grouped or made distinct in a place of its own. */
  sorts: boolean
}

export interface Plan {
  sql: string
  steps: PlanStep[]
}

/** How the database would run a query: its tables in the order in which they are read. */
export async function planOf(db: Kysely<Database>, query: Compilable): Promise<PlanStep[]> {
  return await stepsOf(db, query.compile())
}

/** The plan of every query that `work` asks of the database that it is given. */
export async function plansOf(db: Kysely<Database>, work: (db: Kysely<Database>) => Promise<unknown>): Promise<Plan[]> {
  const asked = new Map<QueryId, RootOperationNode>()
  const nodes: RootOperationNode[] = []
  // A sub-query is prepared too, but only what was asked has a result.
  const watched = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.set(queryId, node)
      return node
    },
    transformResult: ({ result, queryId }) => {
      nodes.push(asked.get(queryId)!)
      return Promise.resolve(result)
    },
  })
  await work(watched)
  const plans: Plan[] = []
  for (const node of nodes.filter(({ kind }) => kind === 'SelectQueryNode')) {
    const compiled = db.getExecutor().compileQuery(node, createQueryId())
    plans.push({ sql: compiled.sql, steps: await stepsOf(db, compiled) })
  }
  return plans
}

/** The steps that read a whole table as it lies, with the query each belongs to. */
export function fullScans(plans: Plan[], { except = [] }: { except?: string[] } = {}): string[] {
  return plans.flatMap(({ sql, steps }) =>
    steps
      .filter(({ access, index, table }) => access === 'scan' && index === null && !except.includes(table))
      .map(({ table }) => `${table}: ${sql}`),
  )
}

/** The queries whose answers are sorted in a place of their own. */
export function sorts(plans: Plan[]): string[] {
  return plans.filter(({ steps }) => steps.some((step) => step.sorts)).map(({ sql }) => sql)
}

let asked = 0

/** Each time in words of its own: SQLite would tell a plan again that it has made before an index came or went. */
async function stepsOf(db: Kysely<Database>, { sql, parameters }: CompiledQuery): Promise<PlanStep[]> {
  const isMysql = dialectOf(db) === 'mysql'
  const explain = isMysql ? 'explain' : `explain query plan /* ${(asked += 1)} */`
  const { rows } = await db.executeQuery(CompiledQuery.raw(`${explain} ${sql}`, [...parameters]))
  return isMysql ? mysqlSteps(rows as MysqlRow[]) : sqliteSteps(rows as SqliteRow[])
}

interface MysqlRow {
  id: number
  table: string | null
  type: string | null
  key: string | null
  rows: number | string | null
  Extra: string | null
}

const BY_KEY = ['system', 'const', 'eq_ref', 'unique_subquery']
const SCANS = ['ALL', 'index']

/** What stands in angles is an answer in between, not a table; that it is sorted is said of the first table after it. */
function mysqlSteps(rows: MysqlRow[]): PlanStep[] {
  const sorted = new Set(rows.filter(({ Extra }) => /filesort|temporary/.test(Extra ?? '')).map(({ id }) => id))
  return rows.flatMap(({ id, table, type, key, rows: expected }) => {
    if (table === null || type === null || table.startsWith('<')) return []
    const isSorted = sorted.delete(id)
    const access = BY_KEY.includes(type) ? 'key' : SCANS.includes(type) ? 'scan' : 'index'
    return [{ table, access, index: key, rows: Number(expected ?? 0), sorts: isSorted }]
  })
}

interface SqliteRow {
  id: number
  parent: number
  detail: string
}

const READ = /^(SCAN|SEARCH) (\S+)(?: (.*))?$/
const INDEX = /USING (?:COVERING |PARTIAL )*INDEX (\S+)/

/** A sort stands after the tables of its part of the query, and is said of the first of them. */
function sqliteSteps(rows: SqliteRow[]): PlanStep[] {
  const between = new Set(rows.flatMap(({ detail }) => /^(?:MATERIALIZE|CO-ROUTINE) (\S+)/.exec(detail)?.[1] ?? []))
  const sorted = new Set(rows.filter(({ detail }) => isSort(detail)).map(({ parent }) => parent))
  return rows.flatMap(({ parent, detail }) => {
    const [, verb, table = '', how = ''] = READ.exec(detail) ?? []
    if (verb === undefined || between.has(table) || table.startsWith('(')) return []
    const isSorted = sorted.delete(parent)
    const index = /PRIMARY KEY/.test(how) ? 'primary' : (INDEX.exec(how)?.[1] ?? null)
    return [{ table, access: accessOf(verb, how, index), index: indexOf(how, index), sorts: isSorted }]
  })
}

/** Of rows that an index gives in order, those that are alike may be put in order by their last term: that is none. */
function isSort(detail: string): boolean {
  return detail.startsWith('USE TEMP B-TREE') && !/FOR LAST .*OF ORDER BY/.test(detail)
}

/** An index that SQLite makes for one query has read the whole table first. */
function accessOf(verb: string, how: string, index: string | null): PlanStep['access'] {
  if (how.startsWith('VIRTUAL TABLE INDEX')) return /:M/.test(how) ? 'index' : 'scan'
  if (verb === 'SCAN' || /AUTOMATIC/.test(how)) return 'scan'
  return index === 'primary' || index?.startsWith('sqlite_autoindex') ? 'key' : 'index'
}

function indexOf(how: string, index: string | null): string | null {
  if (how.startsWith('VIRTUAL TABLE INDEX')) return how.replace(/^.*INDEX /, '')
  return /AUTOMATIC/.test(how) ? null : index
}
