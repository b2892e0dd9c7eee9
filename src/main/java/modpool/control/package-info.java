/// Control's side of an open instrument: [Control] puts the parts together and takes requests from
/// any thread, [Songs] has the song, [Banks] the banks and their files, [Setup] says how to open
/// it; [LiveBlocks] is what an output calls. The published API, the commands and the window stand
/// on it alike.
package modpool.control;
