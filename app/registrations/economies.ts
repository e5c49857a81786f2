/**
 * Economies of low and lower-middle income by the World Bank's classification for its fiscal year 2027, in force since
 * July 2026 (https://datahelpdesk.worldbank.org/knowledgebase/articles/906519). Every July has another one.
 */
export const INCOME_GROUPS_VERSION = '2026-07'

const LOW = 'AF BF BI CD CF ER ET GM GW KP LR MG ML MW MZ NE RW SD SL SO SS SY TD UG YE'
const LOWER_MIDDLE =
  'AO BD BJ BO BT CG CI CM DJ EG GH GN HN HT IN KE KG KH KI KM LA LB LS MA MM MR NA NG NI NP PG PK PS SB SN ST SZ TG TJ TL TN TZ UZ VE VU ZM ZW'

const ECONOMIES = new Set([...LOW.split(' '), ...LOWER_MIDDLE.split(' ')])

/** Whether a country of residence (ISO 3166-1) is an economy of low or lower-middle income. */
export function isLowIncomeEconomy(country: string): boolean {
  return ECONOMIES.has(country)
}
