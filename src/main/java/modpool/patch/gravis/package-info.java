/// Gravis Ultrasound patches (.pat), and the TiMidity configurations (.cfg) that make banks of them.
///
/// Runs on control. From bytes to a bank:
///
///     GravisFile       the headers of one .pat, checked: GravisLayers of GravisWaves
///     GravisSamples    waveforms of them, their loops from GravisLoop
///     GravisSound      level, place, envelope (GravisEnvelope), tremolo and vibrato
///     GravisZones      zones of a layer's keys and waves, under a Treatment
///     ConfigText       a configuration's lines, with what it sources: words
///     ConfigEntries    its banks and drum sets: which number is which file, under which Treatment
///     ConfigBanks      the patches of these, from the files that ConfigFolder finds
///
/// Files, waveforms and lines are counted, so that nothing a file says takes long or much.
package modpool.patch.gravis;
