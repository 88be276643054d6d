export const deskDoor = {
  bell: {
    label: 'Dørklokke',
    waiting: '{name} venter ved døren.',
    open: 'Åbn mødet',
    sound: 'Ring, når nogen banker på',
    notify: 'Giv besked, også når fanen er i baggrunden',
    titleBar: '({count}) venter · {title}',
  },
  presence: {
    held: 'Mødet blev holdt.',
    notHeld: 'Vært og gæst har ikke været i rummet sammen i et helt minut.',
    minutes: '{minutes} min. i rummet',
    late: 'kom {minutes} min. efter start',
    noShow: 'kom ikke',
    faultOne: 'forbindelsen lykkedes ikke 1 gang',
    faults: 'forbindelsen lykkedes ikke {count} gange',
    stays: 'Hvornår hver kom og gik',
  },
}
