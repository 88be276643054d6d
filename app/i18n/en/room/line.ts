export const line = {
  stall: {
    myLine: 'Your connection dropped out. We are getting it back.',
    myUpload: 'Your connection isn’t sending right now. The others’ are fine.',
    myUploadPair: 'Your connection isn’t sending right now. {name} is connected.',
    server: 'The video dropped out for everybody. It is not your connection.',
    theirLine: '{name}’s connection dropped out. Yours is fine.',
    theirPicture: '{name}’s picture stands still. The sound comes through.',
    theirDownload: '{name} can’t see and hear you right now. Your connection is fine.',
    stillTile: 'Standing still',
    ownTile: 'Not getting through',
    deafTile: 'Can’t see or hear you',
    goesOn: 'The agenda still works, and we keep trying.',
    ring: 'Ring {name}: {phone}',
    write: 'Write to each other',
  },
}
