/** How many rows a page of the lists has. */
export const CERTIFICATES_PAGE = 50

/** How many certificates one file holds: the typesetter keeps a file in memory until it is done. */
export const CERTIFICATES_FILE = 100

/** Until how many days after the end a name is corrected by who bears it, unless the rule says another moment. */
export const NAME_DAYS = 14

/** Who stands under it. */
export interface Signatory {
  name: string
  latinName: string | null
  title: string
}

/** All that a certificate says, so that it needs nothing else to be read: not its event, nor anybody's account. */
export interface CertificateContent {
  name: string
  latinName: string | null
  event: string
  series: string
  /** The mark of the series, for its colour and seal. */
  mark: string
  host: string | null
  track: string | null
  /** What was done, as a sentence that goes on from the name. */
  statement: string
  days: number
  /** 0: not said. */
  hours: number
  startsOn: string
  endsOn: string
  place: string
  signatories: Signatory[]
  /** The language that it is written in. */
  language: string
  /** Its number among those of the event. */
  number: number
  issuedOn: string
}

/** What is signed. */
export interface CertificateClaim {
  /** The installation that says so (RFC 7519, 4.1.1). */
  iss: string
  serial: string
  version: number
  certificate: CertificateContent
}
