import { expect, test } from 'vitest'
import { typstPrinter } from '#app/adapters/typst/printer.ts'
import type { PaperContent, PaperParty } from '#app/payments/papers/paper.ts'
import { paperSheet } from '#app/payments/papers/paper-sheet.ts'
import { fontsIn } from '#tests/support/fonts-in-pdf.ts'

/** Which face carries a script; for Chinese, Japanese and Korean the machine’s own may come before ours. */
const NAMES: [font: string, name: string][] = [
  ['NotoSans-', 'Þóra Dæmisdóttir'],
  ['NotoSans-', 'Тест Примеров'],
  ['NotoSans-', 'Ελένη Δείγμα'],
  ['NotoSansArabic-', 'نور تجريبي'],
  ['NotoSansHebrew-', 'שלום דוגמה'],
  ['NotoSansEthiopic-', 'ሙከራ ምሳሌ'],
  ['Kosugi|ZCOOLXiaoWei|CJK', '山田 例'],
  ['NanumGothic|CJK', '김예시'],
  ['ZCOOLXiaoWei|CJK', '张伟'],
  ['NotoSans(Devanagari)?-', 'दीपिका नमूना'],
  ['NotoSansBengali-', 'নমুনা'],
  ['NotoSansTamil-', 'மாதிரி'],
  ['NotoSansThai-', 'ตัวอย่าง'],
  ['NotoSansKhmer-', 'គំរូ'],
  ['NotoSansGeorgian-', 'ნიმუში'],
  ['NotoSansArmenian-', 'Օրինակ'],
  ['NotoSansMyanmar-', 'နမူနာ'],
  ['NotoSansSinhala-', 'නියැදිය'],
]

const party = (name: string): PaperParty => ({
  name,
  latinName: 'Latin Name',
  organization: null,
  address: null,
  country: 'RW',
  taxNumber: null,
  registrationNumber: null,
  email: null,
})

function aPaper(name: string, language = 'en'): PaperContent {
  return {
    kind: 'invoice',
    number: 'X2027-00001',
    issuedOn: '2027-02-03',
    language,
    issuer: { ...party('Internet Society'), footer: '' },
    buyer: { ...party(name), purchaseOrder: null },
    event: { title: 'INET', startsOn: '2027-06-21', endsOn: '2027-06-25', place: 'Kigali' },
    orderCode: 'P7KQ-4M2X',
    currency: 'UGX',
    lines: [],
    totalMinor: 5000,
    taxMinor: 0,
    corrects: null,
    payment: null,
    dueOn: null,
    account: null,
  }
}

const printer = typstPrinter()

test.each(NAMES)('a name that needs %s is set in it: %s', async (font, name) => {
  const pdf = await printer.paper(paperSheet(aPaper(name)))
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe('%PDF-')
  expect(fontsIn(pdf).join(' ')).toMatch(new RegExp(font))
})

test('a name is a name and no markup', async () => {
  const pdf = await printer.paper(paperSheet(aPaper('#panic("x") $a$ *b* @c ]] \\')))
  expect(pdf.byteLength).toBeGreaterThan(5000)
})

test('an Arabic paper reads from the right, in Arabic, with the amount as it is said', () => {
  const sheet = paperSheet(aPaper('نور', 'ar'))
  expect(sheet).toMatchObject({ isRightToLeft: true, title: 'فاتورة X2027-00001' })
  expect(sheet.sums.at(-1)!.amount).toContain('5,000')
})
