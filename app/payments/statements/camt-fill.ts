import type { CamtEntry } from './camt-entry.ts'

/**
 * Puts the text of one element where it belongs. `path` is below `Ntry`. Versions differ in where they put the same:
 * `Dbtr/Nm` became `Dbtr/Pty/Nm`, `AmtDtls/TxAmt/Amt` became `Amt`, `Sts` became `Sts/Cd`, `Chrgs/Amt` became
 * `Chrgs/Rcrd/Amt`.
 */
export function fillEntry(entry: CamtEntry, path: string, text: string, currency: string | null): void {
  if (text === '') return
  if (path.startsWith('NtryDtls/TxDtls/')) fillDetail(entry, path.slice('NtryDtls/TxDtls/'.length), text, currency)
  else fillOwn(entry, path, text, currency)
}

function fillOwn(entry: CamtEntry, path: string, text: string, currency: string | null): void {
  switch (path) {
    case 'Amt':
      entry.amount = { text, currency }
      return
    case 'CdtDbtInd':
      entry.direction = text
      return
    case 'RvslInd':
      entry.isReversal = text === 'true' || text === '1'
      return
    case 'Sts':
    case 'Sts/Cd':
    case 'Sts/Prtry':
      entry.status = text
      return
    case 'BookgDt/Dt':
    case 'BookgDt/DtTm':
      entry.bookedOn = text
      return
    case 'ValDt/Dt':
    case 'ValDt/DtTm':
      entry.valueOn = text
      return
    case 'AcctSvcrRef':
      entry.bankId = text
      return
    case 'NtryRef':
      entry.reference = text
      return
    case 'AddtlNtryInf':
      entry.information = text
      return
    case 'Chrgs/TtlChrgsAndTaxAmt':
    case 'Chrgs/Amt':
    case 'Chrgs/Rcrd/Amt':
      entry.charges ??= { text, currency }
  }
}

function fillDetail(entry: CamtEntry, path: string, text: string, currency: string | null): void {
  const detail = entry.details.at(-1)
  if (!detail) return
  switch (path) {
    case 'Amt':
      detail.amount = { text, currency }
      return
    case 'AmtDtls/TxAmt/Amt':
      detail.amount ??= { text, currency }
      return
    case 'Refs/AcctSvcrRef':
    case 'Refs/TxId':
      detail.bankId ??= text
      return
    case 'Refs/EndToEndId':
      detail.endToEndId = text
      return
    case 'RmtInf/Strd/CdtrRefInf/Ref':
      detail.creditorReference = detail.creditorReference ? `${detail.creditorReference} ${text}` : text
      return
    case 'RmtInf/Ustrd':
    case 'RmtInf/Strd/AddtlRmtInf':
    case 'AddtlTxInf':
    case 'RtrInf/AddtlInf':
      detail.texts.push(text)
      return
    case 'RltdPties/Dbtr/Nm':
    case 'RltdPties/Dbtr/Pty/Nm':
      detail.parties.push({ side: 'debtor', name: text })
      return
    case 'RltdPties/UltmtDbtr/Nm':
    case 'RltdPties/UltmtDbtr/Pty/Nm':
      detail.parties.push({ side: 'ultimate-debtor', name: text })
      return
    case 'RltdPties/Cdtr/Nm':
    case 'RltdPties/Cdtr/Pty/Nm':
      detail.parties.push({ side: 'creditor', name: text })
      return
    case 'Chrgs/TtlChrgsAndTaxAmt':
    case 'Chrgs/Amt':
    case 'Chrgs/Rcrd/Amt':
      detail.charges ??= { text, currency }
  }
}
