/** The import rules of the house; app/handbook/house.md says why. Read by dependency-cruiser. */
/** What is pure: the files of a domain folder itself, and those parts of the agenda that its changes are made of. */
const CORE = [
  '^app/domain/[^/]+/[^/]+(?<!\\.server)\\.ts$',
  '^app/domain/agenda/(clock|document|mirror|notes|polls)/[^/]+(?<!\\.server)\\.ts$',
]
const order = ['booking', 'agenda', 'meeting', 'calendar', 'people']

/** One order for all domain folders, so that there can be no cycle between them. */
const arrows = order.slice(1).map((noun, position) => ({
  name: 'arrows-point-right',
  severity: 'error',
  from: { path: `^app/domain/${noun}/` },
  to: { path: `^app/domain/(${order.slice(0, position + 1).join('|')})/` },
}))

function owner(packageName, path) {
  return {
    name: 'one-owner-per-vendor',
    severity: 'error',
    from: { path: '^(app|db)/', pathNot: path },
    to: { path: `^node_modules/${packageName}/`, dependencyTypesNot: ['type-only'] },
  }
}

function forbid(name, from, to) {
  return { name, severity: 'error', from, to }
}

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }),
    ...arrows,
    forbid('core-is-pure', { path: CORE }, { pathNot: [...CORE, '^app/kernel/', '^node_modules/(zod|date-fns)/'] }),
    forbid('only-server-files-touch-db', { path: '^app/', pathNot: '\\.server\\.tsx?$' }, { path: '^db/', pathNot: '^db/seeds/cast' }),
    forbid('db-has-two-doors', { path: '^app/', pathNot: '^app/process\\.server' },
      { path: '^db/', pathNot: '^db/((client|schema)\\.server|seeds/cast)\\.ts$' }),
    forbid('cast-only-for-previews', { path: '^app/', pathNot: '^app/(routes/dev/|mail/previews|domain/[a-z]+/ui/.*previews|process\\.server)' },
      { path: '^db/seeds/' }),
    forbid('routes-stay-thin', { path: '^app/routes/', pathNot: '^app/routes/dev/' }, { path: '^(db|app/routes|app/mail)/' }),
    forbid('ui-knows-no-domain', { path: '^app/ui/' }, { path: '^(app/(domain|routes|mail|platform)|db)/' }),
    forbid('module-ui-is-browser-safe', { path: '^app/domain/[^/]+/ui/' }, { path: '(\\.server\\.tsx?$|^db/(?!seeds/cast))' }),
    forbid('platform-knows-no-domain', { path: '^app/platform/' }, { path: '^app/(domain|routes|mail|ui)/' }),
    forbid('domain-knows-no-edge-above', { path: '^app/domain/' }, { path: '^app/(routes/|mail/|guards\\.server)' }),
    forbid('only-the-root-joins-mail', { path: '^app/', pathNot: '^app/(mail/|routes/dev/|subscriptions\\.server\\.ts$|process\\.server\\.ts$)' },
      { path: '^app/mail/' }),
    forbid('no-tests-in-production', { path: '^(app|db|server)/' }, { path: '^tests/' }),
    forbid('no-index-barrels', {}, { path: '^(app|db)/.*/index\\.tsx?$' }),
    owner('postgres', '^db/(client|migrate)'),
    owner('livekit-server-sdk', '^app/platform/livekit'),
    owner('nodemailer', '^app/platform/smtp'),
    owner('imapflow', '^app/platform/inbox/'),
    owner('mailauth', '^app/platform/inbox/'),
    owner('livekit-client', '^app/domain/meeting/ui/'),
    owner('yjs', '^app/domain/agenda/(ui/notes/note-doc|notes/crdt\\.server)'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
