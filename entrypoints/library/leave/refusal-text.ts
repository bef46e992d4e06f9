import type { FieldProblem, FileProblem, Reason, RowList, RowName } from '../../../lib/exchange/import-report';
import { formatNumber, type MessageKey, t } from '../../../lib/i18n/translate';

const LISTS: Readonly<Record<RowList, MessageKey>> = {
  articles: 'importRow_articles',
  snapshots: 'importRow_snapshots',
  claims: 'importRow_claims',
  annotations: 'importRow_annotations',
  table: 'importRow_table',
  settings: 'importRow_settings',
};

const FIELDS: Readonly<Record<FieldProblem, MessageKey>> = {
  missing: 'importField_missing',
  unknown: 'importField_unknown',
  kind: 'importField_kind',
  choice: 'importField_choice',
  long: 'importField_long',
  empty: 'importField_empty',
  time: 'importField_time',
  date: 'importField_date',
  address: 'importField_address',
  id: 'importField_id',
  value: 'importField_value',
};

/** Which row is meant: “annotation 57 (id …)”. */
export function rowText({ list, number, id }: RowName): string {
  const name = t(LISTS[list], formatNumber(number));
  return id === null ? name : t('importRowWithId', name, id);
}

/** Why a row is refused, in words. */
export function reasonText(reason: Reason): string {
  switch (reason.code) {
    case 'field': {
      const what = t(FIELDS[reason.problem], reason.field);
      return reason.value === null || reason.value === '' ? what : t('importFieldValue', what, reason.value);
    }
    case 'not-json':
      return t('importRow_not_json');
    case 'not-object':
      return t('importRow_not_object');
    case 'forbidden-key':
      return t('importRow_forbidden_key');
    case 'duplicate':
      return t('importRow_duplicate');
    case 'no-article':
      return t('importRow_no_article');
    case 'no-quote':
      return t('importRow_no_quote');
    case 'no-address':
      return t('importRow_no_address');
    case 'cells':
      return t('importRow_cells', formatNumber(reason.found), formatNumber(reason.wanted));
  }
}

/** Why a file is refused as a whole, in a sentence that names the row where there is one. */
export function problemText(problem: FileProblem): string {
  switch (problem.code) {
    case 'not-json':
      return problem.row
        ? t('import_not_json_at', rowText(problem.row), formatNumber(problem.at))
        : t('import_not_json', formatNumber(problem.at));
    case 'broken-off':
      return problem.row ? t('import_broken_off_at', rowText(problem.row)) : t('import_broken_off');
    case 'row-too-large':
      return problem.row ? t('import_too_large_at', rowText(problem.row)) : t('import_too_large');
    case 'not-utf8':
      return t('import_not_utf8', formatNumber(problem.at));
    case 'newer-version':
      return t('import_newer_version', problem.version);
    case 'storage':
      return t('import_storage', problem.detail);
    case 'storage-full':
      return t('import_storage_full');
    case 'not-pressmark':
      return t('import_not_pressmark');
    case 'refused-rows':
      return t('import_refused_rows');
    case 'busy':
      return t('import_busy');
    case 'cancelled':
      return t('import_cancelled');
  }
}
