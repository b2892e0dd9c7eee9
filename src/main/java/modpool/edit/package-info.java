/// A patch as it is edited, without a window: immutable pictures of it, each made from the one
/// before, and their history. Every number is one that a preset's text can say, so what is heard
/// while it is edited is what its file will sound like.
///
///     Patch --> EditedPatch --> EditedPatch --> ... --> Patch, heard or saved
///
/// No thread's own: pictures may go anywhere, a history stays with its editor.
package modpool.edit;
