// All routers of the browser's door.
import { router } from '../door/trpc.ts'
import { batchRouter } from './batch.ts'
import { classroomRouter } from './classroom.ts'
import { collectionRouter } from './collection.ts'
import { decisionRouter } from './decision.ts'
import { exerciseRouter } from './exercise.ts'
import { experimentRouter } from './experiment.ts'
import { goldenRouter } from './golden.ts'
import { impactRouter } from './impact.ts'
import { keyRouter } from './key.ts'
import { ltiRouter } from './lti.ts'
import { memberRouter } from './member.ts'
import { modelRouter } from './model.ts'
import { practiceRouter } from './practice.ts'
import { runRouter } from './run.ts'
import { shopRouter } from './shop.ts'
import { templateRouter } from './template.ts'
import { tenantRouter } from './tenant.ts'
import { widgetRouter } from './widget.ts'
import { xapiRouter } from './xapi.ts'

export const rootRouter = router({
  run: runRouter,
  batch: batchRouter,
  decision: decisionRouter,
  template: templateRouter,
  golden: goldenRouter,
  impact: impactRouter,
  key: keyRouter,
  member: memberRouter,
  tenant: tenantRouter,
  collection: collectionRouter,
  exercise: exerciseRouter,
  model: modelRouter,
  experiment: experimentRouter,
  widget: widgetRouter,
  shop: shopRouter,
  practice: practiceRouter,
  classroom: classroomRouter,
  lti: ltiRouter,
  xapi: xapiRouter,
})
export type RootRouter = typeof rootRouter
