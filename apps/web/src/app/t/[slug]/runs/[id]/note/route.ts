// The note of a run as a file, for a signed-in member of the tenant.
import { AppError, toProblem } from '@guildhall/contracts/errors'
import { newId } from '@guildhall/contracts/ids'
import { noteInput } from '@guildhall/contracts/note'
import { noteMarkdown } from '@guildhall/domain/note/markdown'
import { notePdf } from '@guildhall/domain/note/pdf'
import { readNote } from '@guildhall/domain/note/read'
import { parseInput } from '@guildhall/domain/parse'
import { memberActor } from '@guildhall/domain/tenant/mine'
import { logger } from '@guildhall/runtime/log'
import { signedIn } from '../../../../../../door/session.ts'

type Context = { params: Promise<{ slug: string; id: string }> }

export async function GET(request: Request, { params }: Context): Promise<Response> {
  const requestId = newId('request')
  const url = new URL(request.url)
  try {
    const { slug, id } = await params
    const user = await signedIn(request.headers)
    const actor = await memberActor({ userId: user.id, slug, requestId })
    const { format, language, paper } = parseInput(noteInput, { ...Object.fromEntries(url.searchParams), id }, 'query')
    const note = await readNote(actor, { id, language })
    const isPdf = format === 'pdf'
    const body = isPdf ? new Uint8Array(await notePdf(note, paper)) : noteMarkdown(note)
    return new Response(body, {
      headers: {
        'Content-Type': isPdf ? 'application/pdf' : 'text/markdown; charset=utf-8',
        'Content-Disposition': `attachment; filename="${id}.${language}.${isPdf ? 'pdf' : 'md'}"`,
        'Cache-Control': 'private, no-store',
      },
    })
  } catch (error) {
    if (!(error instanceof AppError)) logger().error({ err: error, requestId }, 'a note could not be made')
    const problem = toProblem(error, { instance: url.pathname, requestId })
    return Response.json(problem, {
      status: problem.status,
      headers: { 'Content-Type': 'application/problem+json' },
    })
  }
}
