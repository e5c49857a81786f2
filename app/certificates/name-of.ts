export interface NamedPerson {
  fullName: string
  latinName: string | null
  certificateName: string | null
  /** As it was written for the certificate, once somebody agreed to it. */
  writtenName: string | null
  writtenLatin: string | null
  confirmedAt: string | null
}

/** The name as it stands on the certificate: as it was written for that, else as the person registered. */
export function nameOf(person: NamedPerson): { name: string; latinName: string | null } {
  if (person.confirmedAt !== null && person.writtenName !== null)
    return { name: person.writtenName, latinName: person.writtenLatin }
  const name = person.certificateName || person.fullName
  return { name, latinName: otherForm(name, person.latinName) }
}

/** The form in Latin letters, unless it says the same again. */
export function otherForm(name: string, latinName: string | null): string | null {
  return latinName === null || latinName === '' || latinName === name ? null : latinName
}
