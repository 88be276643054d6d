import type { consents as danish } from '../../da/desk/consents.ts'

export const consents: typeof danish = {
  title: 'Consent to recording',
  yes: 'Said yes {at}',
  no: 'Said no {at}',
  open: 'Asked {at}, did not answer',
  withdrawn: 'Said yes {at}, took it back {withdrawnAt}',
  wording: 'Wording of the question: version {version}',
  settingsTitle: 'Recording meetings',
  settings: 'The server never records: once everybody in the room has said yes, you can record in your own browser, and the file is kept by you alone.',
}
