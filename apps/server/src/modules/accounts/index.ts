import * as contract from '@jiechuan/contract';
import type { Auth } from '../../platform/auth/index.ts';
import type { Module } from '../../platform/module.ts';
import { takeAway } from '../../platform/sheets/index.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './api-keys.ts';
import { chooseOrganisation, listMyOrganisations, type OrganisationNames } from './choose-organisation.ts';
import { getInvitation } from './get-invitation.ts';
import { listMails, mailsSheet, tooLarge } from './list-mails.ts';
import { changePersonRole, listPeople, removePerson } from './people.ts';
import { accountsPolicy } from './policy.ts';

/**
 * The person who asks: who they are, whom they work with and act for, their API keys, the mails of the platform.
 * @param wiring.organisationNames what organisations are called, where they are kept
 * @param wiring.operations everything that can be asked for, which is what an API key's scopes name
 */
export const accountsModule = (
  auth: Auth,
  wiring: { organisationNames: OrganisationNames; operations: () => readonly string[] },
): Module => ({
  name: 'accounts',
  migrations: {},
  policy: accountsPolicy,
  routes(mount, { config }) {
    mount(contract.getMe, async ({ actor }) => ({
      user: actor.userId === null ? null : { id: actor.userId, name: actor.userName ?? '' },
      role: actor.role,
      organisationId: actor.organisationId,
      organisationRole: actor.organisationRole,
      scopes: actor.scopes && [...actor.scopes],
      language: actor.language,
    }));
    mount(contract.listMyOrganisations, ({ trx, actor, query }) =>
      listMyOrganisations(trx, actor, query, wiring.organisationNames),
    );
    mount(contract.chooseOrganisation, ({ trx, actor, params, request }) =>
      chooseOrganisation(trx, actor, { id: params.id, headers: request.headers }, auth),
    );
    mount(contract.listApiKeys, ({ trx, actor }) => listApiKeys(trx, actor, auth));
    mount(contract.createApiKey, ({ trx, actor, body }) =>
      createApiKey(trx, actor, body, { auth, operations: wiring.operations() }),
    );
    mount(contract.revokeApiKey, ({ trx, actor, params }) => revokeApiKey(trx, actor, params.id, auth));
    mount(contract.listPeople, ({ trx, actor }) => listPeople(trx, actor));
    mount(contract.changePersonRole, ({ trx, actor, params, body }) =>
      changePersonRole(trx, actor, { ...params, ...body }),
    );
    mount(contract.removePerson, ({ trx, actor, params }) => removePerson(trx, actor, params.id));
    mount(contract.getInvitation, ({ trx, actor, params }) => getInvitation(trx, actor, params.id));
    mount(contract.listMails, ({ trx, actor, query, request }) =>
      listMails(trx, actor, query, { config, request }),
    );
    mount(contract.exportMailsCsv, ({ trx, actor, query, request, reply }) =>
      takeAway(reply, 'mails.csv', mailsSheet(trx, actor, query, { config, request }), tooLarge),
    );
    mount(contract.exportMailsXlsx, ({ trx, actor, query, request, reply }) =>
      takeAway(reply, 'mails.xlsx', mailsSheet(trx, actor, query, { config, request }), tooLarge),
    );
  },
});
