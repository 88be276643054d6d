/** What a person does in Thunderbird's window, done inside it with its own rights. */
const { cal } = ChromeUtils.importESModule('resource:///modules/calendar/calUtils.sys.mjs')
const { MailServices } = ChromeUtils.importESModule('resource:///modules/MailServices.sys.mjs')
const { setTimeout } = ChromeUtils.importESModule('resource://gre/modules/Timer.sys.mjs')

const PATIENCE_MS = 40_000

/** Makes the person's one calendar, for the address to which invitations come, and lets Thunderbird ask for mail. */
export async function settleIn() {
  for (const calendar of cal.manager.getCalendars()) cal.manager.removeCalendar(calendar)
  const calendar = cal.manager.createCalendar('storage', Services.io.newURI('moz-storage-calendar://'))
  calendar.name = 'Kalender'
  cal.manager.registerCalendar(calendar)
  const { defaultIdentity, incomingServer } = MailServices.accounts.defaultAccount
  calendar.setProperty('imip.identity.key', defaultIdentity.key)
  incomingServer.password = 'any'
}

/** Fetches mail until there are so many in the inbox, and opens the newest one in a tab of its own. */
export async function openNewest(count) {
  const { msgWindow } = mainWindow()
  const { rootFolder } = MailServices.accounts.defaultAccount.incomingServer
  const inbox = await until(() => rootFolder.getFolderWithFlags(Ci.nsMsgFolderFlags.Inbox), 'there is an inbox')
  while ([...inbox.messages].length < count) await fetchMail(inbox, msgWindow)
  const newest = [...inbox.messages].reduce((one, other) => (other.messageKey > one.messageKey ? other : one))
  const tabs = mainWindow().document.getElementById('tabmail')
  tabs.closeOtherTabs(tabs.tabInfo[0])
  tabs.openTab('mailMessageTab', { messageURI: inbox.getUriForMsg(newest) })
  return readBar(await until(openMessage, 'the newest is open'))
}

function fetchMail(folder, msgWindow) {
  return new Promise((resolve) => {
    folder.getNewMessages(msgWindow, {
      QueryInterface: ChromeUtils.generateQI(['nsIUrlListener']),
      OnStartRunningUrl() {},
      OnStopRunningUrl: () => resolve(),
    })
  })
}

/** What the invitation bar says and offers, once Thunderbird has compared the mail with the calendar. */
async function readBar({ calImipBar, document }) {
  await until(() => calImipBar.itipItem && calImipBar.itipItem === calImipBar.loadingItipItem, 'the invitation bar is there')
  const buttons = calImipBar.getButtons().filter((button) => !button.hidden)
  return { says: document.querySelector('.calendar-notification-bar .msgNotificationBarText').textContent, offers: buttons.map(({ id }) => id) }
}

/** Presses a button of the invitation bar, and waits until the calendar has changed. */
export async function press(id) {
  const [calendar] = cal.manager.getCalendars()
  let isChanged = false
  const note = () => { isChanged = true }
  const observer = {
    QueryInterface: ChromeUtils.generateQI(['calIObserver']),
    onAddItem: note, onModifyItem: note, onDeleteItem: note,
    onStartBatch() {}, onEndBatch() {}, onLoad() {}, onError() {}, onPropertyChanged() {}, onPropertyDeleting() {},
  }
  calendar.addObserver(observer)
  openMessage().document.getElementById(id).doCommand()
  await until(() => isChanged, `${id} has changed the calendar`)
  calendar.removeObserver(observer)
}

/** Everything in the calendar, each entry as iCalendar text. */
export async function readCalendar() {
  const [calendar] = cal.manager.getCalendars()
  const items = await calendar.getItemsAsArray(Ci.calICalendar.ITEM_FILTER_ALL_ITEMS, 0, null, null)
  return items.map((item) => item.icalString)
}

function mainWindow() {
  return Services.wm.getMostRecentWindow('mail:3pane')
}

/** The document window of the message in the front tab, once it is loaded. */
function openMessage() {
  const view = mainWindow().document.getElementById('tabmail').currentTabInfo.chromeBrowser?.contentWindow
  return view?.msgLoaded && view.calImipBar ? view : null
}

async function until(look, what) {
  const endsAt = Date.now() + PATIENCE_MS
  while (Date.now() < endsAt) {
    const found = look()
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error(`Waited in vain until: ${what}`)
}
