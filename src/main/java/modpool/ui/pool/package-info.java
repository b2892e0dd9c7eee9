/// The pool as it is lent at the moment: every voice of every worklet, and the books. The event
/// thread's.
package modpool.ui.pool;
