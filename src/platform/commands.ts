import * as vscode from 'vscode';
import type { Log } from './log';

/** Every command id, written once. */
export const COMMAND = {
  searchPapers: 'lectern.searchPapers',
  openResultToSide: 'lectern.openResultToSide',
  saveSearch: 'lectern.saveSearch',
  savedSearches: 'lectern.savedSearches',
  filterBySearch: 'lectern.filterBySearch',
  runSearch: 'lectern.runSearch',
  renameSearch: 'lectern.renameSearch',
  removeSearch: 'lectern.removeSearch',
  openPaper: 'lectern.openPaper',
  openPaperToSide: 'lectern.openPaperToSide',
  openPaperAsText: 'lectern.openPaperAsText',
  nextPaper: 'lectern.nextPaper',
  previousPaper: 'lectern.previousPaper',
  nextUnread: 'lectern.nextUnread',
  markUnread: 'lectern.markUnread',
  markReading: 'lectern.markReading',
  markRead: 'lectern.markRead',
  star: 'lectern.star',
  unstar: 'lectern.unstar',
  toggleStar: 'lectern.toggleStar',
  tagPapers: 'lectern.tagPapers',
  revealPaper: 'lectern.revealPaper',
  groupPapers: 'lectern.groupPapers',
  sortPapers: 'lectern.sortPapers',
  filterPapers: 'lectern.filterPapers',
  clearFilter: 'lectern.clearFilter',
  largerText: 'lectern.largerText',
  smallerText: 'lectern.smallerText',
  usualText: 'lectern.usualText',
  copyBibtex: 'lectern.copyBibtex',
  copyCitation: 'lectern.copyCitation',
  newNote: 'lectern.newNote',
  openNote: 'lectern.openNote',
  openDemo: 'lectern.openDemo',
  openRun: 'lectern.openRun',
  followFeed: 'lectern.followFeed',
  checkFeeds: 'lectern.checkFeeds',
  stopFollowing: 'lectern.stopFollowing',
  showFeeds: 'lectern.showFeeds',
  showNetwork: 'lectern.showNetwork',
  triage: 'lectern.triage',
  importFile: 'lectern.importFile',
  importClipboard: 'lectern.importClipboard',
  importUrl: 'lectern.importUrl',
  importThis: 'lectern.importThis',
  commitImport: 'lectern.commitImport',
  cancelImport: 'lectern.cancelImport',
  undoImport: 'lectern.undoImport',
  exportPapers: 'lectern.exportPapers',
  readAsDigest: 'lectern.readAsDigest',
  showClaims: 'lectern.showClaims',
  addClaim: 'lectern.addClaim',
  correctClaim: 'lectern.correctClaim',
  addAnnotation: 'lectern.addAnnotation',
  replyAnnotation: 'lectern.replyAnnotation',
  editAnnotation: 'lectern.editAnnotation',
  saveAnnotation: 'lectern.saveAnnotation',
  cancelAnnotation: 'lectern.cancelAnnotation',
  openAnnotation: 'lectern.openAnnotation',
  resolveAnnotation: 'lectern.resolveAnnotation',
  reopenAnnotation: 'lectern.reopenAnnotation',
  setAnnotationKind: 'lectern.setAnnotationKind',
  setAnnotationTags: 'lectern.setAnnotationTags',
  deleteAnnotation: 'lectern.deleteAnnotation',
  undoDeleteAnnotation: 'lectern.undoDeleteAnnotation',
  copyAnnotation: 'lectern.copyAnnotation',
  groupAnnotations: 'lectern.groupAnnotations',
  filterAnnotations: 'lectern.filterAnnotations',
  clearAnnotationFilter: 'lectern.clearAnnotationFilter',
  acceptAnchor: 'lectern.acceptAnchor',
  compareWithAnnotated: 'lectern.compareWithAnnotated',
  relocateAnnotation: 'lectern.relocateAnnotation',
  detachAnnotation: 'lectern.detachAnnotation',
  settleAnnotation: 'lectern.settleAnnotation',
  importAnnotations: 'lectern.importAnnotations',
  chooseImportPaper: 'lectern.chooseImportPaper',
  commitAnnotationImport: 'lectern.commitAnnotationImport',
  cancelAnnotationImport: 'lectern.cancelAnnotationImport',
  undoAnnotationImport: 'lectern.undoAnnotationImport',
  exportAnnotations: 'lectern.exportAnnotations',
  findReferences: 'lectern.findReferences',
  linkCode: 'lectern.linkCode',
  beginCodeLink: 'lectern.beginCodeLink',
  cancelCodeLink: 'lectern.cancelCodeLink',
  openCodeLink: 'lectern.openCodeLink',
  acceptCodeLink: 'lectern.acceptCodeLink',
  relocateCodeLink: 'lectern.relocateCodeLink',
  unlinkCode: 'lectern.unlinkCode',
  openGuide: 'lectern.openGuide',
  showLog: 'lectern.showLog',
} as const;

export type CommandId = (typeof COMMAND)[keyof typeof COMMAND];

/**
 * Registers a command whose failure reaches the user through the log.
 *
 * @param run declares the arguments it expects; any may be missing, since the palette passes none
 */
export function registerCommand(log: Log, id: CommandId, run: (...args: never[]) => unknown): vscode.Disposable {
  return vscode.commands.registerCommand(id, async (...args: never[]) => {
    try {
      return await run(...args);
    } catch (error) {
      log.report(error);
      return undefined;
    }
  });
}
