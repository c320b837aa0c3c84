import * as z from 'zod';
import { type DeploymentFacts, howToGive } from './deployment-facts.ts';
import { type Stage, type StageName, stageSchema } from './stage.ts';
import { stageDefaults } from './stages.ts';

/** The settings cannot be deployed; the message says which and what to do. */
class StageError extends Error {
  override name = 'StageError';
}

/**
 * The settings of a stage with this deployment's own facts filled in.
 * @throws StageError for an unknown stage, a missing debtor, or a setting that is out of range
 */
export function readStage(stageName: unknown, facts: DeploymentFacts): Stage {
  const parsedName = stageSchema.shape.name.safeParse(stageName);
  if (!parsedName.success) {
    const known = stageSchema.shape.name.options.join(', ');
    throw new StageError(`Say which stage to build: -c stage=NAME, where NAME is one of ${known}.`);
  }
  const defaults = stageDefaults[parsedName.data];
  const parsed = stageSchema.safeParse({
    ...defaults,
    region: facts.region ?? defaults.region,
    ...(facts.alarmEmail === undefined ? {} : { alarmEmail: facts.alarmEmail }),
    ocr: {
      ...defaults.ocr,
      startsPerSecond: facts.ocrStartsPerSecond ?? defaults.ocr.startsPerSecond,
      concurrentJobs: facts.ocrConcurrentJobs ?? defaults.ocr.concurrentJobs,
    },
    payments: { ...defaults.payments, debtor: debtor(parsedName.data, facts) },
    web: {
      ...defaults.web,
      undoSeconds: facts.undoSeconds ?? defaults.web.undoSeconds,
      ...(facts.localGatewayPort === undefined ? {} : { localGatewayPort: facts.localGatewayPort }),
      ...(facts.webAclArn === undefined ? {} : { webAclArn: facts.webAclArn }),
      ...(facts.originSecretVersion === undefined ? {} : { originSecretVersion: facts.originSecretVersion }),
      ...(facts.webDomainName === undefined ? {} : { domainName: facts.webDomainName }),
      ...(facts.webCertificateArn === undefined ? {} : { certificateArn: facts.webCertificateArn }),
    },
    lists: { ...defaults.lists, linkEngine: facts.linkEngine ?? defaults.lists.linkEngine },
    sms: { ...defaults.sms, senderId: facts.smsSenderId ?? defaults.sms.senderId },
  });
  if (!parsed.success) {
    throw new StageError(
      `The settings of stage ${parsedName.data} are not right:\n${z.prettifyError(parsed.error)}`,
    );
  }
  return parsed.data;
}

/** Money leaves from this account: nobody may deploy a real stage with an account that was not given on purpose. */
function debtor(stageName: StageName, facts: DeploymentFacts): Stage['payments']['debtor'] {
  const example = stageDefaults[stageName].payments.debtor;
  const given = { name: facts.debtorName, rib: facts.debtorRib, bic: facts.debtorBic };
  const name = given.name ?? example?.name;
  const rib = given.rib ?? example?.rib;
  const bic = given.bic ?? example?.bic;
  if (name === undefined || rib === undefined || bic === undefined) {
    throw new StageError(
      `Stage ${stageName} does not know who pays. Give the debtor’s name, RIB and BIC: ` +
        `${howToGive('debtorName')}; ${howToGive('debtorRib')}; ${howToGive('debtorBic')}.`,
    );
  }
  return { name, rib, bic };
}
