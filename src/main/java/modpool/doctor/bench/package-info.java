/// Sets the instrument against other programs, where they are installed, in one run: only figures of
/// one run may be compared.
///
///     Bench --> Race of songs --> Contest (a Player of each program and reading) --> Table
///           --> Race of notes -->   the same                                     --> Table
///                                                      BenchReport <-- text, JSON
///
/// Control's. The players play on threads of their own, see [Seat], so that one that hangs is left
/// behind.
package modpool.doctor.bench;
