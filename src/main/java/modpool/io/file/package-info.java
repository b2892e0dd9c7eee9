/// Files as bytes: read whole and bounded, written whole or not at all; what is remembered in the
/// user's folders; and what is said when a file is bad or a place cannot be written to.
///
/// Any thread but render's.
package modpool.io.file;
