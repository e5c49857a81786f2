/** Why somebody cannot be offered what was decided. */
export type OfferRefusal =
  | 'not-decidable'
  | 'offer-twice'
  | 'choice-unknown'
  | 'choice-closed'
  | 'choice-full'
  | 'seats-gone'
  | 'nothing-to-offer'
  | 'funds-short'
  | 'fund-short'
  | 'award-twice'
  | 'package-unknown'
