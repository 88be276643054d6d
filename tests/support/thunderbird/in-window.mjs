/** What a person does in Thunderbird's window, done inside it with its own rights. */
const { cal } = ChromeUtils.importESModule('resource:///modules/calendar/calUtils.sys.mjs')
const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs')

const PATIENCE_MS = 20_000

/** Makes the person's one calendar, under the address to which invitations come. */
export async function makeCalendar() {
  for (const calendar of cal.manager.getCalendars()) cal.manager.removeCalendar(calendar)
  const calendar = cal.manager.createCalendar('storage', Services.io.newURI('moz-storage-calendar://'))
  calendar.name = 'Kalender'
  cal.manager.registerCalendar(calendar)
  calendar.setProperty('imip.identity.key', MailServices.accounts.defaultAccount.defaultIdentity.key)
  const { incomingServer } = MailServices.accounts.defaultAccount
  incomingServer.password = 'any'
}

/** Fetches mail until there are so many in the inbox, and opens the newest one. */
export async function openNewest(count) {
  const window = Services.wm.getMostRecentWindow('mail:3pane')
  const { incomingServer } = MailServices.accounts.defaultAccount
  const inbox = await until(() => incomingServer.rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox), 'there is an inbox')
  await until(() => {
    inbox.getNewMessages(window.msgWindow, null)
    return [...inbox.messages].length === count
  }, `${count} mails are there`, 250)
  const newest = [...inbox.messages].reduce((one, other) => (other.messageKey > one.messageKey ? other : one))
  const pane = await until(() => window.document.getElementById('tabmail').currentAbout3Pane, 'the window has its panes')
  pane.displayFolder(inbox)
  await until(() => pane.gViewWrapper?.dbView?.rowCount === count, 'the list shows them')
  const view = await until(() => {
    const shown = pane.messageBrowser.contentWindow
    if (shown.gMessage?.messageKey === newest.messageKey) return shown
    return void pane.selectMessage(newest)
  }, 'the newest is open', 250)
  return readBar(view)
}

/** What the invitation bar says and offers, once Thunderbird has compared the mail with the calendar. */
async function readBar({ calImipBar, document }) {
  await until(() => calImipBar.itipItem && calImipBar.itipItem === calImipBar.loadingItipItem, 'the invitation bar is there')
  const buttons = calImipBar.getButtons().filter((button) => !button.hidden)
  return { says: document.querySelector('.calendar-notification-bar .msgNotificationBarText').textContent, offers: buttons.map(({ id }) => id) }
}

/** Presses a button of the invitation bar, and waits until the calendar has changed. */
export async function press(id) {
  const pane = Services.wm.getMostRecentWindow('mail:3pane').document.getElementById('tabmail').currentAbout3Pane
  const [calendar] = cal.manager.getCalendars()
  let isChanged = false
  const note = () => { isChanged = true }
  const observer = {
    QueryInterface: ChromeUtils.generateQI(['calIObserver']),
    onAddItem: note, onModifyItem: note, onDeleteItem: note,
    onStartBatch() {}, onEndBatch() {}, onLoad() {}, onError() {}, onPropertyChanged() {}, onPropertyDeleting() {},
  }
  calendar.addObserver(observer)
  pane.messageBrowser.contentDocument.getElementById(id).doCommand()
  await until(() => isChanged, `${id} has changed the calendar`)
  calendar.removeObserver(observer)
}

/** Everything in the calendar, each entry as iCalendar text. */
export async function readCalendar() {
  const [calendar] = cal.manager.getCalendars()
  const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null)
  return items.map((item) => item.icalString)
}

async function until(look, what, pauseMs = 25) {
  for (let waitedMs = 0; waitedMs < PATIENCE_MS; waitedMs += pauseMs) {
    const found = look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  throw new Error(`Waited in vain until: ${what}`)
}
