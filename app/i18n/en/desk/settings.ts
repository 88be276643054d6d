import type { settings as danish } from '../../da/desk/settings.ts'

export const settings: typeof danish = {
  title: 'Settings',
  calendar: 'Get your meetings into your own calendar.',
  types: 'What others can book with you, for how long, and how far ahead.',
  templates: 'What stands on the agenda when somebody books.',
  mail: 'What DNS has to say so that your invitations arrive.',
  person: 'Find, hand over or delete what is kept about a person.',
  connection: 'See whether sound and picture can reach the meeting server.',
}
