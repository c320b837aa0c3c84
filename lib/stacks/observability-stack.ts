import { Stack, type StackProps } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import { BusinessAlarms } from '../observability/business-alarms.ts';
import { PipelineDashboard } from '../observability/dashboard.ts';
import { RegistrationDashboard } from '../observability/registration-dashboard.ts';
import type { Stage } from '../stages/stage.ts';
import type { DataStack } from './data-stack.ts';
import type { PipelineStack } from './pipeline-stack.ts';
import type { RegistrationStack } from './registration-stack.ts';

export interface ObservabilityStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly pipeline: PipelineStack;
  readonly registration: RegistrationStack;
}

/** What people look at and are woken by, beyond the alarms each step brings along. */
export class ObservabilityStack extends Stack {
  constructor(scope: Construct, id: string, props: ObservabilityStackProps) {
    super(scope, id, props);
    new BusinessAlarms(this, 'BusinessAlarms', { stage: props.stage, data: props.data });
    new PipelineDashboard(this, 'Pipeline', {
      stage: props.stage,
      steps: props.pipeline.steps,
      relayEvents: props.pipeline.relayEvents,
    });
    new RegistrationDashboard(this, 'Registration', {
      stage: props.stage,
      steps: props.registration.steps,
    });
    this.addBudget(props.stage);
  }

  /** A mail when the month's bill is on its way past what was planned; costs are told apart by the `milaf:*` tags. */
  private addBudget({ name, monthlyBudgetUsd, alarmEmail }: Stage): void {
    if (monthlyBudgetUsd === undefined || alarmEmail === undefined) return;
    new CfnBudget(this, 'Budget', {
      budget: {
        budgetName: `milaf-${name}`,
        budgetType: 'COST',
        timeUnit: 'MONTHLY',
        budgetLimit: { amount: monthlyBudgetUsd, unit: 'USD' },
        costFilters: { TagKeyValue: [`user:milaf:stage$${name}`] },
      },
      notificationsWithSubscribers: [
        {
          notification: {
            notificationType: 'FORECASTED',
            comparisonOperator: 'GREATER_THAN',
            threshold: 100,
          },
          subscribers: [{ subscriptionType: 'EMAIL', address: alarmEmail }],
        },
      ],
    });
  }
}
