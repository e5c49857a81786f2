/** A donor's money at a sample, in whole US dollars. */
export function fund<Condition = never>(
  code: string,
  [donor, name]: [donor: string, name: string],
  amount: number,
  note: string,
  conditions: Condition[] = [],
) {
  return { code, donor, name, currency: 'USD', budgetMinor: amount * 100, note, conditions }
}
