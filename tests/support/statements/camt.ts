/** An entry of a statement, as far as a test cares. Amounts as text, `-` for money that went out. */
export interface GivenEntry {
  amount: string
  currency?: string
  day?: string
  text?: string
  creditorReference?: string
  payer?: string
  bankId?: string
  charges?: string
  isReversal?: boolean
  status?: string
  details?: { amount?: string; text?: string; creditorReference?: string; payer?: string; bankId?: string }[]
}

/** A statement as a bank writes it, in one of the two versions that banks send. */
export function camt(
  entries: GivenEntry[],
  { version = '02', account = 'CH9300762011623852957' }: { version?: '02' | '08'; account?: string } = {},
): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-21T06:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S1</Id><Acct><Id><IBAN>${account}</IBAN></Id><Ccy>USD</Ccy></Acct>
${entries.map((entry) => entryXml(entry, version)).join('\n')}
</Stmt></BkToCstmrStmt></Document>`
}

function entryXml(entry: GivenEntry, version: string): string {
  const { amount, currency = 'USD', day = '2026-11-20', status = 'BOOK', isReversal = false } = entry
  const details = entry.details ?? [entry]
  const direction = amount.startsWith('-') ? 'DBIT' : 'CRDT'
  const own = (text: string | undefined, tag: string) => (text ? `<${tag}>${escaped(text)}</${tag}>` : '')
  return `<Ntry><Amt Ccy="${currency}">${amount.replace('-', '')}</Amt><CdtDbtInd>${direction}</CdtDbtInd>
${isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${version === '08' ? `<Cd>${status}</Cd>` : status}</Sts>
<BookgDt><Dt>${day}</Dt></BookgDt><ValDt><Dt>${day}</Dt></ValDt>${own(entry.bankId, 'AcctSvcrRef')}
${chargesXml(entry.charges, currency, version)}<NtryDtls>
${details.map((detail) => detailXml(detail, entry.details ? detail.amount : undefined, currency, version)).join('\n')}
</NtryDtls></Ntry>`
}

function detailXml(
  { text, creditorReference, payer, bankId }: NonNullable<GivenEntry['details']>[number],
  amount: string | undefined,
  currency: string,
  version: string,
): string {
  const money = amount ? `<Amt Ccy="${currency}">${amount}</Amt>` : ''
  const name = payer ? `<Nm>${escaped(payer)}</Nm>` : ''
  const structured = creditorReference
    ? `<Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>${creditorReference}</Ref></CdtrRefInf></Strd>`
    : ''
  return `<TxDtls><Refs>${bankId ? `<AcctSvcrRef>${bankId}</AcctSvcrRef>` : ''}<EndToEndId>NOTPROVIDED</EndToEndId></Refs>
${version === '08' ? money : money && `<AmtDtls><TxAmt>${money}</TxAmt></AmtDtls>`}
<RltdPties><Dbtr>${version === '08' ? `<Pty>${name}</Pty>` : name}</Dbtr></RltdPties>
<RmtInf>${text ? `<Ustrd>${escaped(text)}</Ustrd>` : ''}${structured}</RmtInf></TxDtls>`
}

function chargesXml(charges: string | undefined, currency: string, version: string): string {
  if (!charges) return ''
  const amount = `<Amt Ccy="${currency}">${charges}</Amt>`
  return version === '08' ? `<Chrgs><Rcrd>${amount}</Rcrd></Chrgs>` : `<Chrgs>${amount}</Chrgs>`
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.codePointAt(0)};`)
}
