import type { ErrorCode, Failure } from '../model/result';
import type { ClaimantKind, ClaimType, Colour, SightingStatus } from '../model/vocabulary';
import { type MessageKey, t } from './translate';

/** The stored vocabulary is English whatever the interface speaks; here each word finds its translation. */

const CLAIM_TYPE_KEYS: Readonly<Record<ClaimType, MessageKey>> = {
  'personal experience': 'type_personal_experience',
  'quantity in the past or present': 'type_quantity_in_the_past_or_present',
  'correlation or causation': 'type_correlation_or_causation',
  'current laws or rules of operation': 'type_current_laws_or_rules_of_operation',
  prediction: 'type_prediction',
  'other type of claim': 'type_other_type_of_claim',
  'not a claim': 'type_not_a_claim',
};

const SCALE_KEYS: Readonly<Record<string, MessageKey>> = {
  neutral: 'scale_neutral',
  politifact: 'scale_politifact',
  meta: 'scale_meta',
  'checkthat-2025': 'scale_checkthat_2025',
  free: 'scale_free',
};

const VERDICT_KEYS: Readonly<Record<string, MessageKey>> = {
  'neutral/Supported': 'verdict_neutral_supported',
  'neutral/Mostly supported': 'verdict_neutral_mostly_supported',
  'neutral/Mixed': 'verdict_neutral_mixed',
  'neutral/Mostly unsupported': 'verdict_neutral_mostly_unsupported',
  'neutral/Refuted': 'verdict_neutral_refuted',
  'neutral/Not enough evidence': 'verdict_neutral_not_enough_evidence',
  'neutral/Not checkable': 'verdict_neutral_not_checkable',
  'politifact/True': 'verdict_politifact_true',
  'politifact/Mostly True': 'verdict_politifact_mostly_true',
  'politifact/Half True': 'verdict_politifact_half_true',
  'politifact/Mostly False': 'verdict_politifact_mostly_false',
  'politifact/False': 'verdict_politifact_false',
  'politifact/Pants on Fire': 'verdict_politifact_pants_on_fire',
  'meta/True': 'verdict_meta_true',
  'meta/Missing Context': 'verdict_meta_missing_context',
  'meta/Partly False': 'verdict_meta_partly_false',
  'meta/Altered': 'verdict_meta_altered',
  'meta/Satire': 'verdict_meta_satire',
  'meta/False': 'verdict_meta_false',
  'checkthat-2025/True': 'verdict_checkthat_2025_true',
  'checkthat-2025/Conflicting': 'verdict_checkthat_2025_conflicting',
  'checkthat-2025/False': 'verdict_checkthat_2025_false',
};

const ERROR_KEYS: Readonly<Record<ErrorCode, MessageKey>> = {
  'bad-request': 'error_bad_request',
  'not-allowed': 'error_not_allowed',
  'private-window': 'error_private_window',
  'page-not-reachable': 'error_page_not_reachable',
  'panel-refused': 'error_panel_refused',
  'page-restricted': 'error_page_restricted',
  'page-permission': 'error_page_permission',
  'address-too-long': 'error_address_too_long',
  'nothing-selected': 'error_nothing_selected',
  'selection-unusable': 'error_selection_unusable',
  'selection-in-form': 'error_selection_in_form',
  'selection-in-frame': 'error_selection_in_frame',
  'selection-in-widget': 'error_selection_in_widget',
  'selection-forbidden': 'error_selection_forbidden',
  'interface-covered': 'error_interface_covered',
  'selection-too-long': 'error_selection_too_long',
  'page-without-text': 'error_page_without_text',
  'not-found': 'error_not_found',
  'quote-deleted': 'error_quote_deleted',
  'copy-refused': 'error_copy_refused',
  'storage-full': 'error_storage_full',
  'storage-failed': 'error_storage_failed',
  'storage-private': 'error_storage_private',
  'extension-reloaded': 'error_extension_reloaded',
};

/** A type of claim in the reader's language. */
export const claimTypeLabel = (type: ClaimType): string => t(CLAIM_TYPE_KEYS[type]);

/** A verdict scale's name; a scale that is not ours keeps its id. */
export const scaleLabel = (id: string): string => {
  const key = SCALE_KEYS[id];
  return key ? t(key) : id;
};

/** A verdict in the reader's language; free text, and labels of scales that are not ours, stay as they were written. */
export const verdictLabel = (scaleId: string, label: string): string => {
  const key = VERDICT_KEYS[`${scaleId}/${label}`];
  return key ? t(key) : label;
};

/** What the reader calls the colours; one without a name of theirs has ours. */
export type ColourNames = Readonly<Partial<Record<Colour, string | undefined>>>;

/** A highlight colour's name: the reader's own, or else ours. */
export const colourLabel = (colour: Colour, names: ColourNames): string =>
  names[colour]?.trim() || t(`colour_${colour}`);

/** Person or organisation. */
export const kindLabel = (kind: ClaimantKind): string => t(`kind_${kind}`);

/** What became of a quote, in a few words. */
export const sightingLabel = (status: SightingStatus): string => t(`sighting_${status}`);

/** What went wrong and what to do about it, as one plain sentence. */
export const errorText = ({ code, detail }: Failure): string => t(ERROR_KEYS[code], detail ?? code);
