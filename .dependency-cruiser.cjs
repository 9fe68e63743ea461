// Who may import whom. The layers are house.md's; each rule says what would break without it.
const layer = (name, from, forbidden, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: forbidden },
})
const fence = (name, library, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: '^(packages|apps|workers)/', pathNot: allowed },
  to: { path: `node_modules/${library}(/|$)` },
})

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'a cycle has no bottom to understand it from',
      from: {},
      to: { circular: true },
    },
    layer(
      'contracts-at-the-bottom',
      '^packages/contracts/',
      '^(packages/(?!contracts/)|apps|workers|tools)',
      'contracts are read by every process',
    ),
    layer(
      'pure-packages',
      '^packages/(runtime|verticals|learn)/',
      '^(packages/(?!contracts/|runtime/|verticals/|learn/)|apps|workers|tools)',
      'layer 2 knows contracts only',
    ),
    layer('verticals-know-no-io', '^packages/verticals/', '^packages/(runtime|learn)/', 'packs are pure'),
    layer('learn-knows-no-io', '^packages/learn/', '^packages/(runtime|verticals)/', 'trainers are pure'),
    layer('runtime-has-no-nouns', '^packages/runtime/', '^packages/(learn|verticals)/', 'runtime is plumbing'),
    layer(
      'stores-know-no-domain',
      '^packages/(db|queue)/',
      '^(packages/(domain|verticals|learn)|apps|workers|tools)',
      'layer 3 knows layers 1 and 2',
    ),
    layer('db-and-queue-apart', '^packages/db/', '^packages/queue/', 'the row holds the truth, the queue carries ids'),
    layer('queue-and-db-apart', '^packages/queue/', '^packages/db/', 'the row holds the truth, the queue carries ids'),
    layer('domain-below-doors', '^packages/domain/', '^(packages/learn|apps|workers)/', 'verbs know no door'),
    layer(
      'apps-through-verbs',
      '^apps/(?!.*(test|spec)\\.ts)',
      '^(packages/(db|queue|learn)|workers)/',
      'a door opens verbs, never tables',
    ),
    layer(
      'workers-through-verbs',
      '^workers/(?!.*test\\.ts)',
      '^(packages/db|apps)/',
      'a worker opens verbs, never tables',
    ),
    {
      name: 'packs-apart',
      severity: 'error',
      comment: 'a pack never imports another pack',
      from: { path: '^packages/verticals/src/packs/([^/]+)/' },
      to: { path: '^packages/verticals/src/packs/', pathNot: '^packages/verticals/src/packs/$1/' },
    },
    fence(
      'prisma-in-db',
      '(@prisma/client|@prisma/adapter-pg|pg)',
      '^packages/db/',
      'the client is private to packages/db',
    ),
    fence(
      'queue-library-in-queue',
      '(bullmq|ioredis)',
      '^packages/(queue|runtime)/',
      'only the conveyor knows its make',
    ),
    fence('onnx-in-inference', 'onnxruntime-node', '^workers/inference/', 'the one room with native sessions'),
    fence('react-in-web', '(next|react|react-dom)', '^apps/web/', 'the one room with pages'),
    {
      name: 'browser-code-knows-no-server',
      severity: 'error',
      comment: 'features, ui and trpc/client run in the browser',
      from: { path: '^apps/web/src/(features|ui|trpc)/' },
      to: { path: '^(packages/(domain|runtime)/|apps/web/src/door/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-loads-one-pack',
      severity: 'error',
      comment:
        'the registry holds every pack, up to a megabyte each: pages read names in the directory and load the pack they show',
      from: { path: '^apps/web/src/(features|ui|trpc)/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^packages/verticals/src/registry(\\.gen)?\\.ts$' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'what nobody imports is dead',
      from: {
        orphan: true,
        pathNot:
          '(public/[a-z]+\\.js|\\.d\\.ts|\\.config\\.(ts|mjs)|main\\.ts|proxy\\.ts|\\.cjs|\\.mjs|route\\.ts|page\\.tsx)$',
      },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(generated|\\.next|node_modules/(?!@guildhall))' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
