/**
 * Lists of economies (ISO 3166-1) that calls and prices go by. Each stays as it was on its date: a call that was written
 * by it is judged by it, and next year's list gets an id of its own.
 *
 * - Income groups of the World Bank (https://datahelpdesk.worldbank.org/knowledgebase/articles/906519): low and
 *   lower-middle income for its fiscal year 2027, in force since July 2026; high income for its fiscal year 2026, in
 *   force since July 2025. Every July has another one.
 * - Least developed countries: the General Assembly's list after 13 December 2024, when São Tomé and Príncipe left it
 *   (https://www.un.org/development/desa/dpad/least-developed-country-category.html): 44 countries.
 * - Small island developing States: those of the United Nations, without associate members of its regional commissions.
 * - Regions and sub-regions of the Statistics Division's M49 (https://unstats.un.org/unsd/methodology/m49), with Taiwan
 *   and Kosovo, which it does not list by themselves, where they lie.
 */
const NORTHERN_AFRICA = 'DZ EG LY MA SD TN EH'
const SUB_SAHARAN_AFRICA =
  'IO BI KM DJ ER ET TF KE MG MW MU YT MZ RE RW SC SO SS UG TZ ZM ZW AO CM CF TD CG CD GQ GA ST BW SZ LS NA ZA BJ BF CV CI GM GH GN GW LR ML MR NE NG SH SN SL TG'
const CENTRAL_ASIA = 'KZ KG TJ TM UZ'
const EASTERN_ASIA = 'CN HK MO KP JP MN KR TW'
const SOUTH_EASTERN_ASIA = 'BN KH ID LA MY MM PH SG TH TL VN'
const SOUTHERN_ASIA = 'AF BD BT IN IR MV NP PK LK'
const WESTERN_ASIA = 'AM AZ BH CY GE IQ IL JO KW LB OM QA SA PS SY TR AE YE'
const EUROPE =
  'BY BG CZ HU PL MD RO RU SK UA AX DK EE FO FI GG IS IE IM JE LV LT NO SJ SE GB AL AD BA HR GI GR VA IT MT ME MK PT SM RS SI ES XK AT BE FR DE LI LU MC NL CH'
const CARIBBEAN = 'AI AG AW BS BB BQ VG KY CU CW DM DO GD GP HT JM MQ MS PR BL KN LC MF VC SX TT TC VI'
const CENTRAL_AMERICA = 'BZ CR SV GT HN MX NI PA'
const SOUTH_AMERICA = 'AR BO BV BR CL CO EC FK GF GY PY PE GS SR UY VE'
const PACIFIC_ISLANDS = 'FJ NC PG SB VU GU KI MH FM NR MP PW AS CK PF NU PN WS TK TO TV WF'

function list(version: string, countries: string) {
  return { version, countries: new Set<string>(countries.split(' ')) as ReadonlySet<string> }
}

/** Their ids carry the date of what changes every year. */
export const ECONOMY_LISTS = {
  'low-income-2026-07': list('2026-07', 'AF BF BI CD CF ER ET GM GW KP LR MG ML MW MZ NE RW SD SL SO SS SY TD UG YE'),
  'lower-middle-income-2026-07': list(
    '2026-07',
    'AO BD BJ BO BT CG CI CM DJ EG GH GN HN HT IN KE KG KH KI KM LA LB LS MA MM MR NA NG NI NP PG PK PS SB SN ST SZ TG TJ TL TN TZ UZ VE VU ZM ZW',
  ),
  'high-income-2025-07': list(
    '2025-07',
    'AD AE AG AS AT AU AW BB BE BG BH BM BN BS CA CH CL CR CW CY CZ DE DK EE ES FI FO FR GB GG GI GL GR GU GY HK HR HU IE IL IM IS IT JE JP KN KR KW KY LI LT LU LV MC MF MO MP MT NC NL NO NR NZ OM PA PF PL PR PT PW QA RO RU SA SC SE SG SI SK SM SX TC TT TW US UY VG VI',
  ),
  'least-developed-2024-12': list(
    '2024-12',
    'AF AO BD BF BI BJ CD CF DJ ER ET GM GN GW HT KH KI KM LA LR LS MG ML MM MR MW MZ NE NP RW SB SD SL SN SO SS TD TG TL TV TZ UG YE ZM',
  ),
  'small-island-states': list(
    '2024-12',
    'AG BS BB BZ CV KM CK CU DM DO FJ GD GW GY HT JM KI MV MH FM MU NR NU PW PG WS ST SC SG SB KN LC VC SR TL TO TT TV VU',
  ),
  africa: list('M49', `${NORTHERN_AFRICA} ${SUB_SAHARAN_AFRICA}`),
  'northern-africa': list('M49', NORTHERN_AFRICA),
  'sub-saharan-africa': list('M49', SUB_SAHARAN_AFRICA),
  asia: list('M49', `${CENTRAL_ASIA} ${EASTERN_ASIA} ${SOUTH_EASTERN_ASIA} ${SOUTHERN_ASIA} ${WESTERN_ASIA}`),
  'central-asia': list('M49', CENTRAL_ASIA),
  'eastern-asia': list('M49', EASTERN_ASIA),
  'south-eastern-asia': list('M49', SOUTH_EASTERN_ASIA),
  'southern-asia': list('M49', SOUTHERN_ASIA),
  'western-asia': list('M49', WESTERN_ASIA),
  europe: list('M49', EUROPE),
  'latin-america-caribbean': list('M49', `${CARIBBEAN} ${CENTRAL_AMERICA} ${SOUTH_AMERICA}`),
  caribbean: list('M49', CARIBBEAN),
  'central-america': list('M49', CENTRAL_AMERICA),
  'south-america': list('M49', SOUTH_AMERICA),
  'northern-america': list('M49', 'BM CA GL PM US'),
  oceania: list('M49', `AU CX CC HM NZ NF UM ${PACIFIC_ISLANDS}`),
  'pacific-islands': list('M49', PACIFIC_ISLANDS),
}

/** Its words stand in the catalogues under `call.economies`. */
export type EconomyList = keyof typeof ECONOMY_LISTS

export const ECONOMY_LIST_IDS = Object.keys(ECONOMY_LISTS) as EconomyList[]

export function isEconomyList(id: string): id is EconomyList {
  return Object.hasOwn(ECONOMY_LISTS, id)
}

/** Whether a country of residence (ISO 3166-1) is an economy of low or lower-middle income. */
export function isLowIncomeEconomy(country: string): boolean {
  return isAmongEconomies(
    { lists: ['low-income-2026-07', 'lower-middle-income-2026-07'], countries: [], isExcluded: false },
    country,
  )
}

/**
 * Whether a country is one of those that are named, by a list or by itself; where they are excluded, whether it is none
 * of them. A list that nobody knows has no countries.
 */
export function isAmongEconomies(
  { lists, countries, isExcluded }: { lists: string[]; countries: string[]; isExcluded: boolean },
  country: string,
): boolean {
  const isNamed =
    countries.includes(country) || lists.some((id) => isEconomyList(id) && ECONOMY_LISTS[id].countries.has(country))
  return isNamed !== isExcluded
}
