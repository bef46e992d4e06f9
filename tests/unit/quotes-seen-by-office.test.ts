import { expect, it } from 'vitest';
import { findQuotations } from '../../lib/quotes/find-quotes';

it('lets a pronoun mean somebody who was last spoken of by his office', () => {
  const text = [
    'Le président Anton Verel a annoncé lundi que la flotte rentrerait au port avant l’hiver, après des mois de discussions difficiles.',
    'Dans son allocution du soir, le président a remercié les équipages, « en particulier ceux qui ont tenu la mer sans relève depuis le mois de mai ». Selon lui, « la saison qui vient dira si nous avons eu raison de les rappeler ».',
  ].join('\n\n');
  expect(findQuotations(text, 'fr').map(({ speaker }) => speaker)).toEqual(['Anton Verel', 'Anton Verel']);
});
