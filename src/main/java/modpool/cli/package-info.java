/// The command line: one class a command; what several have is in [modpool.cli.option]. Errors are
/// one line on stderr; stdout carries only what was asked for.
package modpool.cli;
