/// What the patch editor's parts are made with: the desk on which a patch lies while it is edited,
/// and grips, dials and groups of them. The event thread's.
package modpool.ui.editor.desk;
