/// A session as a file, a rack: [modpool.recall.SavedRack] is what it holds,
/// [modpool.recall.RackWriter] and [modpool.recall.RackReader] are the file. The channels' numbers
/// come and go as an [modpool.bridge.Imprint]; files are named by where they are and known by their
/// content. Runs on control.
package modpool.recall;
