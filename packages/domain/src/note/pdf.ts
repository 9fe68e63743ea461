// The note as a PDF by pdfmake, in a typeface that has both languages. Prints on A4 and Letter.
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Fact } from '@guildhall/verticals/kit/facts'
import { formatFact } from '@guildhall/verticals/kit/format'
import type { NoteDocument } from './read.ts'

// From the working folder, which is in the house for every process: Next.js bundles this file, and then it lies nowhere in particular.
const load = createRequire(join(process.cwd(), 'package.json'))
const fonts = join(dirname(load.resolve('@embedpdf/fonts-sc')), '../fonts')
const [regular, bold] = [join(fonts, 'NotoSansHans-Regular.otf'), join(fonts, 'NotoSansHans-Bold.otf')]
const [ink, soft, line, accent] = ['#14181f', '#5b6472', '#d9dee6', '#1f4fd8']

type Content = string | { readonly [property: string]: unknown } | readonly Content[]
type Definition = { readonly [property: string]: unknown; content: readonly Content[] }
type Font = { normal: string; bold: string; italics: string; bolditalics: string }
/** The part of pdfmake we use: its published types pull in the browser's, which must not reach code of the server. */
type PdfMake = {
  setFonts: (fonts: Record<string, Font>) => void
  /** Whether a URL in a document may be fetched, and whether a file named in one may be read. */
  setUrlAccessPolicy: (allows: (url: string) => boolean) => void
  setLocalAccessPolicy: (allows: (path: string) => boolean) => void
  createPdf: (definition: Definition) => { getBuffer: () => Promise<Uint8Array> }
}

let made: PdfMake | undefined

/** Nothing but our own fonts is read, whatever a text says. */
function pdfmake(): PdfMake {
  if (made) return made
  made = load('pdfmake') as PdfMake
  made.setFonts({ Sans: { normal: regular, bold, italics: regular, bolditalics: bold } })
  made.setUrlAccessPolicy(() => false)
  made.setLocalAccessPolicy((path) => path === regular || path === bold)
  return made
}

/** About a tenth of a second of this thread: a document is made when somebody asks for it, never with the run. */
export async function notePdf(note: NoteDocument, paper: 'A4' | 'LETTER'): Promise<Uint8Array> {
  return pdfmake().createPdf(definitionOf(note, paper)).getBuffer()
}

function definitionOf(note: NoteDocument, paper: 'A4' | 'LETTER'): Definition {
  const { title, result, run, model, contentId, label } = note
  const created = `${result.created_at.slice(0, 16).replace('T', ' ')} UTC`
  return {
    pageSize: paper,
    pageMargins: [56, 64, 56, 64],
    defaultStyle: { font: 'Sans', fontSize: 9.5, lineHeight: 1.35, color: ink },
    info: {
      title: `${title} ${run}`,
      creator: 'Guildhall',
      producer: 'Guildhall',
      keywords: `AI-generated; ${contentId}`,
      creationDate: new Date(result.created_at),
    },
    header: {
      columns: [
        { text: 'Guildhall', bold: true, color: accent, fontSize: 9 },
        { text: label, alignment: 'right', color: soft, fontSize: 8 },
      ],
      margin: [56, 28, 56, 0],
    },
    footer: (page: number, pages: number) => ({
      columns: [
        { text: `${run} · ${contentId.slice(0, 23)}…`, color: soft, fontSize: 7 },
        { text: `${page} / ${pages}`, alignment: 'right', color: soft, fontSize: 8 },
      ],
      margin: [56, 24, 56, 0],
    }),
    content: [
      { text: title, fontSize: 20, bold: true, lineHeight: 1.1 },
      {
        text: `${result.template.slug} v${result.template.version} · ${model} · ${created}`,
        color: soft,
        fontSize: 8.5,
        margin: [0, 2, 0, 10],
      },
      ...figures(note),
      ...note.sections.flatMap(sectionContent),
    ],
  }
}

const figureNames: [path: string, en: string, zh: string][] = [
  ['score.points', 'Score', '评分'],
  ['score.band', 'Band', '档位'],
  ['score.pd_12m', 'Probability of default', '违约概率'],
  ['affordability.payment_monthly', 'Payment', '还款'],
  ['affordability.dti_after', 'Debt service', '偿债收入比'],
  ['recommendation.action', 'Recommendation', '建议'],
]

/** Guarantee: a stored result holds the facts its composer recorded. */
function factsOf({ facts }: NoteDocument['result']): Fact[] {
  return Object.values(facts) as Fact[]
}

/** The figures a reader looks for first, as facts, so that they read as in the note. */
function figures({ result, language }: NoteDocument): Content[] {
  const known = factsOf(result)
  const cells = figureNames.flatMap(([path, en, zh]) => {
    const fact = known.find((one) => one.path === path)
    return fact && fact.value !== null ? [{ name: language === 'en' ? en : zh, value: formatFact(fact, language) }] : []
  })
  if (cells.length === 0) return []
  return [
    {
      table: {
        widths: cells.map(({ value }) => (value.length > 12 ? 'auto' : '*')),
        body: [
          cells.map(({ name }) => ({ text: name, color: soft, fontSize: 7.5, border: [false, true, false, false] })),
          cells.map(({ value }) => ({ text: value, bold: true, fontSize: 10, border: [false, false, false, true] })),
        ],
      },
      layout: {
        hLineColor: () => line,
        hLineWidth: () => 0.7,
        paddingLeft: () => 0,
        paddingRight: () => 10,
        paddingTop: () => 4,
        paddingBottom: () => 2,
      },
      margin: [0, 0, 0, 8],
    },
  ]
}

function sectionContent(section: NoteDocument['sections'][number]): Content[] {
  const sentences = section.sentences.map((sentence): Content => {
    const isAside = /^(?:Mitigant|缓释措施)/.test(sentence.text)
    return { text: sentence.text, margin: [isAside ? 14 : 0, 0, 0, 2], color: isAside ? soft : ink }
  })
  const [first, ...rest] = sentences
  const heading: Content = { text: section.title, bold: true, fontSize: 11.5, margin: [0, 10, 0, 3], lineHeight: 1.1 }
  // A heading never stands alone at the foot of a page.
  return [{ stack: [heading, first ?? { text: '' }], unbreakable: true }, ...rest]
}
