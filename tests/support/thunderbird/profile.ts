/** Whose Thunderbird it is, where their mail is, and the ports on loopback of the servers that it asks and sends by. */
export type Owner = { name: string; email: string; mailbox: string; pop3Port: number; smtpPort: number }

const NO_PROTECTION = 0
const PLAIN_PASSWORD = 3
const NO_LOGIN = 1

/** A `user.js`: one POP3 account that is set up, a clock in Copenhagen, and nothing that asks or phones home. */
export function describeProfile({ name, email, mailbox, pop3Port, smtpPort }: Owner): string {
  const settings = {
    'marionette.port': 0,
    'calendar.timezone.useSystemTimezone': false,
    'calendar.timezone.local': 'Europe/Copenhagen',
    'mail.accountmanager.accounts': 'account1',
    'mail.accountmanager.defaultaccount': 'account1',
    'mail.account.account1.server': 'server1',
    'mail.account.account1.identities': 'id1',
    'mail.server.server1.type': 'pop3',
    'mail.server.server1.hostname': '127.0.0.1',
    'mail.server.server1.port': pop3Port,
    'mail.server.server1.userName': mailbox,
    'mail.server.server1.socketType': NO_PROTECTION,
    'mail.server.server1.authMethod': PLAIN_PASSWORD,
    'mail.server.server1.login_at_startup': false,
    'mail.server.server1.leave_on_server': false,
    'mail.identity.id1.fullName': name,
    'mail.identity.id1.useremail': email,
    'mail.identity.id1.fcc': false,
    'mail.identity.id1.smtpServer': 'smtp1',
    'mail.smtpservers': 'smtp1',
    'mail.smtp.defaultserver': 'smtp1',
    'mail.smtpserver.smtp1.hostname': '127.0.0.1',
    'mail.smtpserver.smtp1.port': smtpPort,
    'mail.smtpserver.smtp1.try_ssl': NO_PROTECTION,
    'mail.smtpserver.smtp1.authMethod': NO_LOGIN,
    ...QUIET,
  }
  return Object.entries(settings).map(([key, value]) => `user_pref(${JSON.stringify(key)}, ${JSON.stringify(value)});\n`).join('')
}

const QUIET = {
  'app.donation.eoy.version.viewed': 1_000,
  'app.update.enabled': false,
  'datareporting.healthreport.uploadEnabled': false,
  'datareporting.policy.dataSubmissionPolicyBypassNotification': true,
  'extensions.update.enabled': false,
  'mail.provider.suppress_dialog_on_startup': true,
  'mail.shell.checkDefaultClient': false,
  'mailnews.start_page.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
}
