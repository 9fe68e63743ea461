// The results of a batch as NDJSON, page by page, for a signed-in member of the tenant.
import { AppError, toProblem } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { batchResults } from '@guildhall/domain/batch/stream'
import { memberActor } from '@guildhall/domain/tenant/mine'
import { logger } from '@guildhall/runtime/log'
import { signedIn } from '../../../../../../door/session.ts'

type Context = { params: Promise<{ slug: string; id: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = newId('request')
  try {
    const { slug, id } = await params
    const user = await signedIn(request.headers)
    const actor = await memberActor({ userId: user.id, slug, requestId })
    const lines = batchResults(actor, id)
    // The first page before the first byte: what is refused is still a problem document.
    let next: IteratorResult<string> | undefined = await lines.next()
    const encoder = new TextEncoder()
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const page = next ?? (await lines.next())
        next = undefined
        if (page.done) controller.close()
        else controller.enqueue(encoder.encode(page.value))
      },
    })
    return new Response(body, {
      headers: {
        'Content-Type': 'application/x-ndjson',
        'Content-Disposition': `attachment; filename="${id}.ndjson"`,
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof AppError)) logger().error({ err: error, requestId }, 'results could not be read')
    const problem = toProblem(error, { instance: new URL(request.url).pathname, requestId })
    return Response.json(problem, { status: problem.status })
  }
}
