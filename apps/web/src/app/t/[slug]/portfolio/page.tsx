// The risk officer's figures.
import { PortfolioPage } from '../../../../features/decision/portfolio.tsx'

export default function RiskPage() {
  return <PortfolioPage />
}
