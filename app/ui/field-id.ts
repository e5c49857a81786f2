/** The id of a field's control, from its name: `people[0].email` is `people-0-email`. */
export function fieldId(name: string): string {
  return name.replace(/[^A-Za-z0-9]+/g, '-').replace(/^-|-$/g, '')
}
