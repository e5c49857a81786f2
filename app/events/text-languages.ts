/** The languages that an event may be held in and its texts written in: those of the Society’s chapters and workshops. */
export const TEXT_LANGUAGES =
  'am ar bn de en es fa fil fr ha he hi hy id it ja ka km ko lo mn ms my ne nl pl pt ro ru rw si so sq sr sw ta th tr uk ur uz vi yo zh'.split(
    ' ',
  )
