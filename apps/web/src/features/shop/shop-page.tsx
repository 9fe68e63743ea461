'use client'
// The merchandiser's page: the shop as a shopper sees it, what was served and what came of it, experiments, and widgets.
import { ShoppingBag } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { EmptyState, ProblemNote, Skeleton } from '../../ui/feedback.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Tab, TabList, TabPanel, Tabs } from '../../ui/tabs.tsx'
import { Experiments } from '../experiment/experiments.tsx'
import { useTenant } from '../shell/tenant.tsx'
import { AsShopper } from './as-shopper.tsx'
import { Served } from './served.tsx'
import { TemplatePicker, useRetailTemplates } from './templates.tsx'
import { Widgets } from './widgets.tsx'

export function ShopPage() {
  const t = useTranslations('shop')
  const { tenant } = useTenant()
  const templates = useRetailTemplates()
  const [asked, setTemplate] = useState<string | null>(null)
  const template = templates.all.find((one) => one.slug === asked) ?? templates.all[0]
  return (
    <>
      <PageHeader
        title={t('title')}
        text={t('text')}
        actions={
          template && (
            <TemplatePicker all={templates.all} value={template.slug} onChange={(slug) => setTemplate(slug)} />
          )
        }
      />
      {templates.isPending && <Skeleton className="h-96" />}
      {templates.error && <ProblemNote error={templates.error} onRetry={templates.retry} />}
      {templates.isReady && !template && (
        <Card>
          <EmptyState
            icon={<ShoppingBag className="size-5" />}
            title={t('noTemplate')}
            text={t('noTemplateText')}
            action={
              <Button asChild variant="secondary">
                <Link href={`/t/${tenant.slug}/templates`}>{t('toTemplates')}</Link>
              </Button>
            }
          />
        </Card>
      )}
      {template && (
        <Tabs defaultValue="shopper">
          <TabList aria-label={t('parts')} className="max-w-full overflow-x-auto">
            <Tab className="whitespace-nowrap" value="shopper">
              {t('asShopper')}
            </Tab>
            <Tab className="whitespace-nowrap" value="served">
              {t('served')}
            </Tab>
            <Tab className="whitespace-nowrap" value="experiments">
              {t('experiments')}
            </Tab>
            <Tab className="whitespace-nowrap" value="widgets">
              {t('widgets')}
            </Tab>
          </TabList>
          <TabPanel value="shopper" className="mt-5">
            <AsShopper key={template.slug} template={template.slug} />
          </TabPanel>
          <TabPanel value="served" className="mt-5">
            <Served template={template.slug} />
          </TabPanel>
          <TabPanel value="experiments" className="mt-5">
            <Experiments key={template.slug} template={template.slug} liveVersion={template.live_version} />
          </TabPanel>
          <TabPanel value="widgets" className="mt-5">
            <Widgets template={template.slug} />
          </TabPanel>
        </Tabs>
      )}
    </>
  )
}
