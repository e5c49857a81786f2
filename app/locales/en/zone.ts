/** Time zones as the administrator sees them. */
export const zone = {
  title: 'Time zones',
  sources: { system: 'Operating system', package: 'Plenary', runtime: 'Node' },
  used: 'in use',
  agree: 'Node agrees about every zone for the next five years.',
  differ_one: 'Node by itself would be wrong about one zone. Nothing is shown or computed by it.',
  differ_other: 'Node by itself would be wrong about {{count}} zones. Nothing is shown or computed by it.',
  zone: 'Zone',
  when: 'When',
  here: 'Here',
  runtime: 'Node',
  from: 'from {{from}} on',
  between: '{{from}} to {{until}}',
}
