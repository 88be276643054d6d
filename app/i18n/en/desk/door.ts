import type { deskDoor as danish } from '../../da/desk/door.ts'

export const deskDoor: typeof danish = {
  bell: {
    label: 'Door bell',
    waiting: '{name} is waiting at the door.',
    open: 'Open the meeting',
    sound: 'Ring when somebody knocks',
    notify: 'Tell me also while the tab is in the background',
    titleBar: '({count}) waiting · {title}',
  },
  presence: {
    held: 'The meeting was held.',
    notHeld: 'Host and guest have not been in the room together for a whole minute.',
    minutes: '{minutes} min in the room',
    late: 'came {minutes} min after the start',
    noShow: 'did not come',
    faultOne: 'could not connect 1 time',
    faults: 'could not connect {count} times',
    stays: 'When each came and went',
  },
}
