/// The command line: one class a command. Errors are one line on stderr; stdout carries only what
/// was asked for.
package modpool.cli;
