// The note as Markdown: what it is in the front matter, a heading per section, a sentence per line.
import type { NoteDocument } from './read.ts'

// What a text of the applicant or of a wording could turn into markup: signs anywhere, what an address begins with, and what begins a line.
const special = /([\\`*_{}[\]<>#|~&@!$]|:(?=\/\/)|(?<=www)\.)/gi
const lineStart = /^(\d+(?=[.)])|)([-+=.)])/

export function noteMarkdown({
  title,
  language,
  contentId,
  run,
  result,
  model,
  sections,
  label,
}: NoteDocument): string {
  const head = [
    '---',
    `title: ${title}`,
    `run: ${run}`,
    `template: ${result.template.slug} v${result.template.version}`,
    `model: ${model}`,
    `language: ${language}`,
    `created_at: ${result.created_at}`,
    'ai_generated: true',
    `content_id: ${contentId}`,
    '---',
  ]
  const body = sections.flatMap((section) => [
    `## ${escaped(section.title)}`,
    ...section.sentences.map((sentence) => `- ${escaped(sentence.text)}`),
    '',
  ])
  return [...head, '', `# ${title}`, '', `> ${label}`, '', ...body].join('\n')
}

/** One line, whatever the text held: a second one could begin anything. */
const escaped = (text: string) =>
  text.replaceAll(/\s+/g, ' ').trim().replaceAll(special, '\\$1').replace(lineStart, '$1\\$2')
