/** The longest code, in the form that is stored. */
export const VOUCHER_CODE_LENGTH = 40

/**
 * A voucher's code as it is stored and compared: capitals, letters and digits of any script; spaces, dashes and dots
 * that people add when they copy it do not count. Null when nothing is left or it is too long to be one.
 */
export function voucherCode(typed: string): string | null {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, '')
  return code === '' || code.length > VOUCHER_CODE_LENGTH ? null : code
}
