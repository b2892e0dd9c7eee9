/// Options that several commands have, with the same meaning wherever they are: how things sound,
/// where the sound goes, where MIDI comes from, how songs are played. Each is a mixin of picocli's,
/// and knows what a rack or the last start says in place of an option.
package modpool.cli.option;
