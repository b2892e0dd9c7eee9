/// Banks as files: which reader a file needs, banks written as folders, samples written out.
///
/// Runs on control.
package modpool.bank;
