import sax from 'sax'
import { entryLines, newEntry, type CamtEntry } from './camt-entry.ts'
import { fillEntry } from './camt-fill.ts'
import { MAXIMUM_LINES, type ReadLine, UnreadableStatement } from './read-line.ts'

export interface CamtStatement {
  lines: ReadLine[]
  /** The accounts that it speaks of, as IBAN or as their bank writes them. */
  accounts: string[]
  /** Entries that are not booked yet, and are left out. */
  pending: number
}

/** `camt.053.001.02` … `.13`: what differs between the versions is read either way. */
const STATEMENT = /:camt\.053\.001\.\d{2}$/
const OTHER_REPORT = /:camt\.05[24]\.001\.\d{2}$/

/** Of entities only the five of XML itself. */
const OPTIONS = { trim: false, normalize: false, strictEntities: true } as sax.SAXOptions

/** Deeper than any message of ISO 20022. */
const DEEPEST = 40

const WITHOUT_NAMESPACE_PREFIX = /^.*:/

/**
 * The booked entries of a bank-to-customer statement (ISO 20022 camt.053.001.02 and .08, https://www.iso20022.org). A
 * document type is refused, so no entity of the file's own is ever expanded.
 * @throws UnreadableStatement
 */
export function readCamt(text: string): CamtStatement {
  const reader = statementReader()
  const parser = sax.parser(true, OPTIONS)
  Object.assign(parser, {
    ondoctype() {
      throw new UnreadableStatement('statement-doctype')
    },
    onerror(error: Error) {
      throw error instanceof UnreadableStatement ? error : broken(parser)
    },
    onopentag({ name, attributes }: sax.Tag) {
      if (reader.depth() >= DEEPEST) throw broken(parser)
      reader.open(name.replace(WITHOUT_NAMESPACE_PREFIX, ''), attributes, name)
    },
    ontext: reader.text,
    oncdata: reader.text,
    onclosetag: reader.close,
  })
  parser.write(text).close()
  return reader.result()
}

function broken(parser: sax.SAXParser): UnreadableStatement {
  return new UnreadableStatement('statement-broken', { line: parser.line + 1 })
}

function statementReader() {
  const path: string[] = []
  const texts: string[] = []
  const found: CamtStatement = { lines: [], accounts: [], pending: 0 }
  let entry: CamtEntry | null = null
  let entryDepth = 0
  let currency: string | null = null
  let accountCurrency = ''
  let isStatement = false

  return {
    depth: () => path.length,
    open(name: string, attributes: Record<string, string>, fullName: string) {
      if (path.length === 0) checkRoot(name, attributes, fullName)
      path.push(name)
      texts.push('')
      currency = attributes['Ccy'] ?? null
      if (name === 'BkToCstmrStmt' && path.length === 2) isStatement = true
      if (name === 'Stmt' && path.length === 3) accountCurrency = ''
      if (name === 'Ntry' && path.at(-2) === 'Stmt') {
        entry = newEntry(accountCurrency)
        entryDepth = path.length
      }
      if (entry && name === 'TxDtls' && path.length === entryDepth + 2) entry.details.push({ texts: [], parties: [] })
    },
    text(piece: string) {
      if (texts.length > 0) texts[texts.length - 1] += piece
    },
    close() {
      const text = texts.pop()!.trim()
      if (entry && path.length > entryDepth) fillEntry(entry, path.slice(entryDepth).join('/'), text, currency)
      else if (path.length === 6 && path.join('/').endsWith('Stmt/Acct/Id/IBAN')) found.accounts.push(text)
      else if (path.join('/').endsWith('Stmt/Acct/Id/Othr/Id')) found.accounts.push(text)
      else if (path.join('/').endsWith('Stmt/Acct/Ccy')) accountCurrency = text
      const name = path.pop()
      if (entry && name === 'Ntry' && path.length === entryDepth - 1) {
        if (entry.status === 'BOOK' || entry.status === '') found.lines.push(...entryLines(entry))
        else found.pending++
        if (found.lines.length > MAXIMUM_LINES)
          throw new UnreadableStatement('statement-too-many', { limit: MAXIMUM_LINES })
        entry = null
      }
    },
    result(): CamtStatement {
      if (!isStatement) throw new UnreadableStatement('statement-other-xml')
      return { ...found, accounts: [...new Set(found.accounts)] }
    },
  }
}

function checkRoot(name: string, attributes: Record<string, string>, fullName: string): void {
  const prefix = fullName.includes(':') ? `xmlns:${fullName.split(':')[0]}` : 'xmlns'
  const namespace = attributes[prefix] ?? ''
  if (OTHER_REPORT.test(namespace))
    throw new UnreadableStatement('statement-other-xml', { kind: namespace.slice(-15, -7) })
  if (name !== 'Document' || !STATEMENT.test(namespace)) throw new UnreadableStatement('statement-other-xml')
}
