/** Ways to pay, and what a payer is told. */
export const pay = {}
