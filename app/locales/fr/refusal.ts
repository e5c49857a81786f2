export const refusal = {
  busy: 'Nous sommes très sollicités et n’avons pas pu enregistrer. Rien n’est perdu : tout ce que vous avez saisi est encore là. Merci d’envoyer à nouveau.',
} as const
